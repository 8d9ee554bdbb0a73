"""30 invited, 26 present."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.dialogue import actions
from gandan.dialogue.models import Guest

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    people = [make.notable(f"Khách {number}") for number in range(30)]
    one = make.held("yearly")
    invited = [str(row.pk) for row in people]
    make.signed_in(make.thu()).post(f"{make.BASE}buoi/{one.pk}/khach-moi/", {"moi": invited, "den": invited[:26]})
    assert Guest.objects.filter(occasion=one).count() == 30
    assert Guest.objects.filter(occasion=one, is_present=True).count() == 26


def test_only_at_the_yearly_meeting() -> None:
    with pytest.raises(RuleBroken, match="hằng năm"):
        actions.note_guests(make.held("dialogue"), [], [], by=make.thu(), now=make.NOW)
