"""What the clock does to reforms: find rows, call the action on each."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from . import actions
from .models import Reform


@app.task(queue="figures")
def refresh_effects(timestamp: int) -> None:
    """Every night: before and after of every model that somewhere began to run."""
    now = timezone.now()
    for reform in Reform.objects.filter(adoptions__started_on__isnull=False).distinct().order_by("pk"):
        actions.refresh_effect(reform, now=now)


@app.task(queue="figures", name="gandan.reforms.jobs.refresh_effect_of")
def refresh_effect_of(reform_id: int) -> None:
    """As asked on the page of the model."""
    reform = Reform.objects.filter(pk=reform_id).first()
    if reform is not None:
        actions.refresh_effect(reform, now=timezone.now())
