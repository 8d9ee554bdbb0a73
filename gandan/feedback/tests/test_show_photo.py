"""Somebody looked at it."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import make

pytestmark = pytest.mark.django_db


def test_shown_and_hidden_again() -> None:
    photo = make.feedback(photos=[make.photo()]).photos.get()
    assert not photo.is_public
    for is_public in (True, False):
        actions.show_photo(photo, is_public=is_public, by=make.minh(), now=make.NOW)
        photo.refresh_from_db()
        assert photo.is_public is is_public


def test_spam_cannot_be_shown() -> None:
    one = make.feedback()
    actions.mark_spam(one, by=make.minh(), now=make.NOW)
    with pytest.raises(RuleBroken):
        actions.publish(one, "x", by=make.minh(), now=make.NOW)
