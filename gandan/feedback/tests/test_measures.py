"""The figures: both limits, the slow end, satisfaction."""

import pytest

from gandan.feedback import actions
from gandan.feedback.figures import by_key, figures_of
from gandan.feedback.measures import SATISFIED
from gandan.feedback.models import Feedback
from gandan.measures.scope import Scope

from . import make

pytestmark = pytest.mark.django_db


def scope(days: int = 20) -> Scope:
    return Scope((make.commune().pk,), make.NOW.date(), make.at(days=days).date(), make.at(days=days))


def told(days: int = 20) -> dict[str, str]:
    return {one.name: one.value for one in figures_of(scope(days))}


def test_both_limits_are_told_apart() -> None:
    late = make.resolved()
    actions.answer(late, "xong", by=make.minh(), now=make.at(days=7))
    Feedback.objects.filter(pk=late.pk).update(published_at=make.at(days=7))
    found = told()
    assert (found["feedback_promise_kept"], found["feedback_law_kept"]) == ("0%", "100%")


def test_in_progress_counts_as_on_time_until_fifteen_working_days() -> None:
    make.feedback()
    assert told(days=14)["feedback_law_kept"] == "100%"
    assert told(days=40)["feedback_law_kept"] == "0%"


def test_refused_late_is_not_on_time() -> None:
    actions.refuse(make.feedback(), "complaint", by=make.minh(), now=make.at(days=1))
    actions.refuse(make.feedback("x"), "complaint", by=make.minh(), now=make.at(days=4))
    assert told()["feedback_law_kept"] == "50%"


def test_satisfaction_and_reopening() -> None:
    assert SATISFIED == 4
    one = make.answered()
    actions.publish(one, "x", by=make.minh(), now=make.at(hours=8))
    actions.rate(one, 2, by=None, now=make.at(hours=9))
    make.feedback("việc khác")
    found = told(days=2)
    assert (found["feedback_satisfied"], found["feedback_stars"]) == ("50%", "0%")
    actions.reopen(make.fresh(one), "chưa xong", by=None, now=make.at(days=1))
    assert told(days=2)["feedback_reopened_share"] == "50%"


def test_nothing_is_not_zero() -> None:
    assert told()["feedback_answer_hours"] == "chưa có"
    assert by_key(scope(), "category") == []


def test_by_category_and_channel_spam_apart() -> None:
    make.screened()
    spam = make.feedback("rao vặt")
    actions.mark_spam(spam, by=make.minh(), now=make.NOW)
    ((name, figures),) = by_key(scope(), "channel")
    assert (name, figures[0].n) == ("Trang web", 1)
