"""The directory follows the register (S0.32, S1.6)."""

import pytest
from django.test import Client
from django.utils import timezone

from gandan.core.errors import RuleBroken
from gandan.hotline import actions
from gandan.hotline.actions import PostFacts
from gandan.hotline.directory import REQUIRED, directory_of
from gandan.hotline.models import PostKind
from gandan.people.models import Assignment

from . import make

pytestmark = pytest.mark.django_db


def keep(kind: str = PostKind.DEPUTY) -> None:
    actions.keep_post(
        make.commune(), PostFacts(kind=kind, holder=make.nam(), phone="0220 3000 201"), by=make.hoa(), now=make.NOW
    )


def test_a_replaced_deputy_is_gone_from_the_page_at_once() -> None:
    keep()
    page = Client().get("/danh-ba/").content.decode()
    assert "0220 3000 201" in page
    assert 'href="tel:02203000201"' in page
    Assignment.objects.filter(user=make.nam()).update(until=make.at(days=-40).date())
    assert "0220 3000 201" not in Client().get("/danh-ba/").content.decode()
    actions.keep_post(
        make.commune(),
        PostFacts(kind=PostKind.DEPUTY, holder=make.minh(), phone="0220 3000 201"),
        by=make.hoa(),
        now=make.NOW,
    )
    assert str(make.minh()) in Client().get("/danh-ba/").content.decode()


def test_a_vacant_council_deputy_is_flagged() -> None:
    for kind in REQUIRED:
        if kind != PostKind.COUNCIL_DEPUTY:
            keep(kind)
    make.security()
    type(make.commune()).objects.filter(pk=make.commune().pk).update(phone="0220 3000 101")
    make.minh()
    told = directory_of(make.commune(), timezone.now())
    assert told.missing == ["Phó Chủ tịch HĐND"]
    assert len(told.posts) == 5


def test_the_holder_is_in_the_register_of_the_commune() -> None:
    with pytest.raises(RuleBroken, match="danh sách cán bộ"):
        actions.keep_post(
            make.commune(), PostFacts(kind=PostKind.CHAIR, holder=make.binh(), phone="1"), by=make.hoa(), now=make.NOW
        )


def test_emergency_numbers_stand_on_top_and_the_poster_is_a_pdf() -> None:
    keep()
    page = Client().get("/danh-ba/").content.decode()
    assert page.index("tel:113") < page.index("0220 3000 201")
    assert Client().get("/danh-ba/to-treo.pdf").content.startswith(b"%PDF")
