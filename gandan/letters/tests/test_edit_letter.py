"""A draft is changed; whoever confirmed the reader does so again."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.letters import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    letter = make.letter()
    told = {"recipient": "gia đình cụ Vũ Văn Thọ", "address": "Thôn Ngọc Lâm", "body": "Xin chia buồn."}
    make.signed_in(make.lan()).post(f"{make.OFFICER}{letter.pk}/sua/", told)
    now = make.fresh(letter)
    assert (now.recipient, now.address, now.body) == tuple(told.values())


def test_an_empty_letter_is_shown_again() -> None:
    letter = make.letter()
    page = make.signed_in(make.lan()).post(f"{make.OFFICER}{letter.pk}/sua/", {"recipient": "", "body": ""})
    assert "Còn 2 chỗ cần sửa" in page.content.decode()


def test_before_the_leader_it_stands() -> None:
    with pytest.raises(RuleBroken, match="đang dự thảo"):
        actions.edit_letter(make.presented(), actions.Page("a", "", "b"), by=make.lan(), now=make.NOW)
