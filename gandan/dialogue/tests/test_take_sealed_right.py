"""From now on."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.dialogue import actions
from gandan.dialogue.models import SealedReader

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    one, right = make.secret(), make.reader()
    browser = make.signed_in(make.hoa())
    assert browser.get(f"{make.PETITIONS}{one.pk}/").status_code == 200
    browser.post(f"{make.PETITIONS}quyen/{right.pk}/thu-hoi/")
    assert browser.get(f"{make.PETITIONS}{one.pk}/").status_code == 404
    with pytest.raises(RuleBroken, match="đã thu hồi"):
        actions.take_sealed_right(SealedReader.objects.get(), by=make.hoa(), now=make.NOW)
