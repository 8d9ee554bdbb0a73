"""The page a touchpoint opens: what is to be known, ask, report from here."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from gandan.core.actions import count_try
from gandan.feedback.models import Feedback
from gandan.people.access import PublicRequest, public
from gandan.ui.views.pressing import press

from .. import actions
from ..forms import AskForm, TouchFeedbackForm
from ..limits_of_use import HOUR, QUESTIONS, TOUCHES
from ..models import AskedBy, Thread, Touchpoint
from .door import citizen_of, fields_in_force, may, wear


def _point(request: PublicRequest, key: str) -> Touchpoint:
    rows = Touchpoint.objects.select_related("commune__province", "hamlet").prefetch_related("procedures")
    point = get_object_or_404(rows, key=key, is_open=True)
    wear(request, point.commune)
    return point


@public
def touch(request: PublicRequest, key: str) -> HttpResponse:
    """Opening counts, asking here names the place."""
    point, now, citizen = _point(request, key), timezone.now(), citizen_of(request)
    form = AskForm(
        request.POST or None, request.FILES or None, fields=fields_in_force(), is_known=citizen is not None,
        initial={"field": point.field},
    )  # fmt: skip
    made: list[Thread] = []

    def send() -> None:
        if form.is_machine:
            return
        may(request, "ask", QUESTIONS)
        asking = form.asking(user=citizen, channel=AskedBy.TOUCHPOINT, touchpoint=point)
        made.append(actions.ask(point.commune, asking, by=None, now=now))

    if press(request, form, send):
        return redirect("conversations:thread", made[0].key) if made else redirect("conversations:touch", key)
    if request.method == "GET" and count_try(
        f"touch:{point.pk}:{request.META.get('REMOTE_ADDR', '')}", now=now, limit=TOUCHES, per=HOUR
    ):
        actions.open_touch(point, now=now)
    return render(request, "conversations/public/touch.html", {"point": point, "form": form})


@public
def touch_feedback(request: PublicRequest, key: str) -> HttpResponse:
    """A report with the place already filled in."""
    point = _point(request, key)
    form = TouchFeedbackForm(request.POST or None, request.FILES or None)
    made: list[Feedback] = []

    def send() -> None:
        if form.is_machine:
            return
        may(request, "ask", QUESTIONS)
        made.append(actions.send_touch_feedback(point, form.told(), user=citizen_of(request), now=timezone.now()))

    if press(request, form, send):
        facts = {"point": point, "feedback": made[0] if made else None}
        return render(request, "conversations/public/touch_sent.html", facts)
    return render(request, "conversations/public/touch_feedback.html", {"point": point, "form": form})
