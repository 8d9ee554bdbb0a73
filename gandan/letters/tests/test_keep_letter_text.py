"""The commune's own words, in versions."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.letters import actions
from gandan.letters.models import LetterText
from gandan.letters.wording import SHIPPED, Words

from . import make

pytestmark = pytest.mark.django_db


def test_letters_from_now_on_use_them() -> None:
    before = make.letter()
    told = {"title": "Thư chia buồn", "body": "Kính viếng {nguoi_mat}."}
    make.signed_in(make.lan()).post(f"{make.OFFICER}mau/condolence/", told)
    assert make.letter().body == "Kính viếng cụ Vũ Văn Thọ."
    assert make.fresh(before).body.startswith("Được tin cụ Vũ Văn Thọ từ trần")


def test_unchanged_words_are_no_version() -> None:
    assert actions.keep_letter_text(make.commune(), "thanks", SHIPPED["thanks"], by=make.lan(), now=make.NOW) is None
    assert not LetterText.objects.exists()


def test_an_unknown_variable_is_named() -> None:
    with pytest.raises(RuleBroken, match=r"không có biến \{chau\}"):
        actions.keep_letter_text(make.commune(), "thanks", Words("Thư", "Gửi {chau}"), by=make.lan(), now=make.NOW)


def test_every_shipped_text_knows_its_variables() -> None:
    from gandan.letters.wording import check

    for kind, words in SHIPPED.items():
        check(kind, words.body)
