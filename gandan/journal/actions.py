"""The journal's verb: `record`."""

from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone

from .chain import Fact
from .events import Event
from .following import followers_of, tell
from .models import Entry


@transaction.atomic(savepoint=False)
def record(
    event: Event, *, about: models.Model, by: models.Model | None = None, at: datetime | None = None,
    is_first: bool = False,
) -> Entry:  # fmt: skip
    """Write what happened and wake its followers, inside the caller's transaction.

    The caller has changed (and so locked) the row of `about`; entries about one subject therefore come one after another.
    `is_first`: the row was made in this transaction, so nothing can have been recorded about it.
    """
    subject = {"subject_type": ContentType.objects.get_for_model(about), "subject_id": about.pk}
    previous = "" if is_first else _last_hash(subject)
    at = at or timezone.now()
    kind = type(event).__name__
    data = event.as_data()
    fact = Fact(at=at, by=by.pk if by else None, about=about.pk, kind=kind, data=data)
    entry = Entry.objects.create(
        **subject, at=at, actor_id=by.pk if by else None, kind=kind, data=data,
        previous_hash=previous, hash=fact.hash_after(previous),
    )  # fmt: skip
    tell(followers_of(type(event)), entry)
    return entry


def _last_hash(subject: dict[str, Any]) -> str:
    return Entry.objects.filter(**subject).order_by("-pk").values_list("hash", flat=True).first() or ""
