"""A post waits for the moderator."""

import pytest
from django.test import Client

from gandan.conversations import actions
from gandan.core.errors import RuleBroken

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_it_works() -> None:
    one = make.channel()
    make.at_desk(make.minh()).post(
        f"/can-bo/kenh-cong-dong/{one.pk}/", {"title": "Tiêm chủng", "body": "Sáng thứ Bảy."}
    )
    assert "Tiêm chủng" not in Client().get(f"/hoi-dap/kenh/{one.key}/").content.decode()
    assert one.posts.count() == 1


def test_of_the_moderator_shown_at_once() -> None:
    one = make.channel(moderator=make.mai())
    assert actions.write_post(one, actions.PostFacts(title="a", body="b"), by=make.mai(), now=make.MONDAY).is_shown
    with pytest.raises(RuleBroken):
        actions.write_post(one, actions.PostFacts(title=" ", body="b"), by=make.mai(), now=make.MONDAY)
