"""Shown, pinned, hidden."""

import pytest
from django.test import Client

from gandan.conversations import actions
from gandan.core.errors import RuleBroken

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_it_works() -> None:
    one = make.channel()
    posts = [
        actions.write_post(one, actions.PostFacts(title=title, body="b"), by=make.minh(), now=make.MONDAY)
        for title in ("Bài một", "Bài hai")
    ]
    for post in posts:
        make.at_desk(make.hoa()).post(f"/can-bo/kenh-cong-dong/bai/{post.pk}/", {"does": "pin"})
    assert one.posts.filter(is_pinned=True).get() == posts[1]
    assert "Bài một" in Client().get(f"/hoi-dap/kenh/{one.key}/").content.decode()
    with pytest.raises(RuleBroken, match="không ghim được"):
        actions.moderate_post(posts[0], is_shown=False, is_pinned=True, by=make.hoa(), now=make.MONDAY)


def test_not_by_just_anybody() -> None:
    one = make.channel()
    post = actions.write_post(one, actions.PostFacts(title="a", body="b"), by=make.minh(), now=make.MONDAY)
    make.at_desk(make.minh()).post(f"/can-bo/kenh-cong-dong/bai/{post.pk}/", {"does": "show"})
    post.refresh_from_db()
    assert not post.is_shown
