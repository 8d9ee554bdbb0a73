"""In the book, with the day by which it is sorted."""

import pytest

from gandan.dialogue.models import Petition

from . import make

pytestmark = pytest.mark.django_db


def test_out_of_a_turn() -> None:
    make.years()
    turn = make.turn()
    browser = make.signed_in(make.thu())
    page = browser.get(f"{make.PETITIONS}nhan/?luot={turn.pk}").content.decode()
    assert "Đỗ Văn Tuấn" in page
    sent = {"subject": "Sửa đường", "source": "reception", "people": "1", "press": "x"}
    browser.post(f"{make.PETITIONS}nhan/?luot={turn.pk}", sent)
    browser.post(f"{make.PETITIONS}nhan/?luot={turn.pk}", sent)
    one = Petition.objects.get()
    assert (one.code, one.turn, one.occasion) == ("001/2026", turn, turn.occasion)
    assert one.working["sentences"]


def test_numbers_run_on() -> None:
    assert [make.petition().number, make.petition().number] == [1, 2]


def test_what_seems_to_denounce_is_sealed_at_once() -> None:
    make.petition("Tố cáo ông A", may_denounce=True)
    assert "Tố cáo ông A" not in make.signed_in(make.minh()).get(make.PETITIONS).content.decode()
