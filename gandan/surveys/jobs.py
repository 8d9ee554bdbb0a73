"""What the clock does: surveys and consultations open and close on their days; replies lose their order at night."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from procrastinate.contrib.django import app

from . import actions
from .models import Consultation, Survey
from .workflow import SurveyStatus


@app.task(queue="clock")
def keep_days(timestamp: int) -> None:
    """Shortly after midnight."""
    keep_all_days(timezone.now())


def keep_all_days(now: datetime) -> int:
    """Returns how many opened or closed."""
    today = timezone.localdate(now)
    surveys = list(Survey.objects.overdue(today))
    for survey in surveys:
        actions.close_survey(survey, by=None, now=now)
    ended = list(Consultation.objects.overdue(today))
    for one in ended:
        actions.close_consultation(one, by=None, now=now)
    begun = [one for one in Consultation.objects.due_to_open(today) if one.closes_on >= today]
    for one in begun:
        actions.open_consultation(one, by=None, now=now)
    return len(surveys) + len(ended) + len(begun)


@app.task(queue="clock")
def mix_replies(timestamp: int) -> None:
    """At night, when nobody answers."""
    mix_all_replies(timezone.now())


def mix_all_replies(now: datetime) -> int:
    """Returns how many replies were written anew."""
    return sum(actions.mix_replies(one, now=now) for one in Survey.objects.filter(status=SurveyStatus.OPEN))
