"""The verbs of the measured effect: ask for a refresh, refresh. Reckoned values are no event; their causes are in the journal."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from ..models import Effect, Reform


@transaction.atomic
def refresh_effect(reform: Reform, *, now: datetime) -> int:
    """Reckon before and after of every adopter anew; returns how many rows are kept. None when nobody has begun."""
    # numpy and scipy weigh some 80 MB: the worker and commands carry them, a web worker must not.
    from ..effect.reckoning import reckon

    held = Reform.objects.select_for_update().get(pk=reform.pk)
    rows = reckon(held, now)
    Effect.objects.filter(reform=held).delete()
    Effect.objects.bulk_create(rows)
    return len(rows)


@transaction.atomic
def ask_refresh(reform: Reform) -> None:
    """The worker reckons soon; asked twice while it waits, it reckons once."""
    with suppress(AlreadyEnqueued), transaction.atomic():
        job = app.configure_task("gandan.reforms.jobs.refresh_effect_of", queueing_lock=f"effect-{reform.pk}")
        job.defer(reform_id=reform.pk)
