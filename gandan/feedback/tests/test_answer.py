"""The reply reaches the sender and everybody who follows."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions
from gandan.feedback.models import Feedback
from gandan.journal.models import Entry

from . import make

pytestmark = pytest.mark.django_db


def test_sender_and_followers_are_told() -> None:
    one = make.resolved()
    Feedback.objects.filter(pk=one.pk).update(is_public=True)
    one = make.fresh(one)
    one.followers.create(phone="0988888888", since=make.NOW)
    actions.answer(one, "Đã xong", by=make.minh(), now=make.at(hours=7))
    entry = Entry.objects.about(one).last()
    assert entry is not None
    assert (entry.kind, entry.data["is_on_time"], len(entry.data["follower_ids"])) == ("FeedbackAnswered", True, 1)
    assert one.published_at == make.at(hours=7)
    assert one.publish_by is not None
    with pytest.raises(RuleBroken):
        actions.answer(one, "lần nữa", by=make.minh(), now=make.at(hours=8))
