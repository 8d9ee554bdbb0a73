"""A signed letter reaches its reader, with proof."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers.tests.make import photo
from gandan.letters import actions
from gandan.letters.models import Way
from gandan.letters.workflow import LetterStatus

from . import make

pytestmark = pytest.mark.django_db


def test_a_visit_with_a_photo() -> None:
    letter, lan = make.signed(), make.signed_in(make.lan())
    told = {"way": "visit", "carriers": "Phó Chủ tịch, Trưởng thôn", "photo": photo()}
    lan.post(f"{make.OFFICER}{letter.pk}/da-trao/", told)
    now = make.fresh(letter)
    assert (now.status, now.way, now.carriers) == (LetterStatus.DELIVERED, "visit", "Phó Chủ tịch, Trưởng thôn")
    assert lan.get(f"{make.OFFICER}{letter.pk}/anh/").headers["Content-Type"].startswith("image/")


@pytest.mark.parametrize(
    ("way", "asks"), [(Way.POST, "phiếu gửi"), (Way.ELECTRONIC, "gửi tới đâu"), (Way.VISIT, "ai trao")]
)
def test_every_way_asks_for_its_proof(way: str, asks: str) -> None:
    with pytest.raises(RuleBroken, match=asks):
        actions.deliver_letter(make.signed(), actions.Handing(way), by=make.lan(), now=make.NOW)


def test_never_unsigned() -> None:
    with pytest.raises(RuleBroken, match="Chờ ký"):
        actions.deliver_letter(make.presented(), actions.Handing(Way.POST, note="EA1"), by=make.lan(), now=make.NOW)
