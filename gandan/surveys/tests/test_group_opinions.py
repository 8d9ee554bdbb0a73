"""Opinions that say the same stand under one heading."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.surveys import actions
from gandan.surveys.models import Opinion, OpinionGroup

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(clock: object) -> None:
    one = make.consultation()
    for number in range(3):
        make.spoken(one, f"Nên chừa rãnh {number}", number=number)
    browser = make.signed_in(make.tam())
    chosen = [str(opinion.pk) for opinion in Opinion.objects.all()[:2]]
    told = {"opinion": chosen, "title": "Thoát nước"}
    page = browser.post(f"{make.DRAFTS}{one.pk}/xep-nhom/", told, follow=True).content.decode()
    assert "2 ý kiến" in page
    assert "Ý kiến chưa vào nhóm: 1" in page
    assert OpinionGroup.objects.get().opinions.count() == 2


def test_something_must_be_chosen_and_named(clock: object) -> None:
    one = make.consultation()
    make.spoken(one)
    with pytest.raises(RuleBroken, match="Chưa chọn"):
        actions.group_opinions(one, title="Nhóm", opinions=[], by=make.tam(), now=make.NOW)
    with pytest.raises(RuleBroken, match="đặt tên"):
        actions.group_opinions(one, title=" ", opinions=[], by=make.tam(), now=make.NOW)
    answer = make.signed_in(make.tam()).post(f"{make.DRAFTS}{one.pk}/xep-nhom/", {"opinion": "x", "title": "N"})
    assert answer.status_code in (302, 409)
