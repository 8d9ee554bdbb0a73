"""What the clock says: half of the promise is gone, the promise is broken."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from gandan.journal.actions import record
from gandan.people.models import User

from ..events import FeedbackHalfway, FeedbackOverdue
from ..models import Feedback
from .noting import _note


@transaction.atomic
def tell_halfway(feedback: Feedback, *, by: User | None, now: datetime) -> bool:
    """Once a promise. False when somebody was faster or nothing is promised."""
    if feedback.promise_due_at is None:
        return False
    if not Feedback.objects.filter(pk=feedback.pk, half_told_at__isnull=True).update(half_told_at=now):
        return False
    record(FeedbackHalfway(feedback_id=feedback.pk, due_at=feedback.promise_due_at), about=feedback, by=by, at=now)
    return True


@transaction.atomic
def tell_overdue(feedback: Feedback, *, by: User | None, now: datetime) -> bool:
    """Escalation: the leader is told once a promise, and the story says so."""
    due_at = feedback.promise_due_at or feedback.answer_by
    if due_at is None or not Feedback.objects.filter(pk=feedback.pk, late_told_at__isnull=True).update(
        late_told_at=now
    ):
        return False
    _note(feedback, "tell_overdue", "Quá hạn, đã báo lãnh đạo.", by=None, now=now)
    record(FeedbackOverdue(feedback_id=feedback.pk, due_at=due_at), about=feedback, by=by, at=now)
    return True
