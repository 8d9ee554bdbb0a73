"""Sign-ins of staff stand in the journal, in an unbroken chain."""

import pytest

from gandan.journal.chain import is_unbroken
from gandan.journal.models import Entry
from gandan.people import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    minh = make.staff()
    actions.note_sign_in(minh, method="password")
    actions.note_sign_in(minh, method="totp")
    assert [entry.data["method"] for entry in Entry.objects.about(minh)] == ["password", "totp"]
    assert is_unbroken(Entry.objects.about(minh))
