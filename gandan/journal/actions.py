"""The journal's verb: `record`, and `record_firsts` for many things made at once."""

from collections.abc import Sequence
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
    previous = "" if is_first else _last_hash(_subject(about))
    entry = _entry(event, about, by, at or timezone.now(), previous)
    entry.save(force_insert=True)
    tell(followers_of(type(event)), entry)
    return entry


@transaction.atomic(savepoint=False)
def record_firsts(
    told: Sequence[tuple[Event, models.Model]], *, by: models.Model | None = None, at: datetime | None = None
) -> list[Entry]:
    """The first entry of each of many rows made in this transaction, in one statement: a letter to every commune makes
    more than a thousand.
    """
    now = at or timezone.now()
    entries = Entry.objects.bulk_create([_entry(event, about, by, now, "") for event, about in told])
    for (event, _), entry in zip(told, entries, strict=True):
        tell(followers_of(type(event)), entry)
    return entries


def _subject(about: models.Model) -> dict[str, Any]:
    return {"subject_type": ContentType.objects.get_for_model(about), "subject_id": about.pk}


def _entry(event: Event, about: models.Model, by: models.Model | None, at: datetime, previous: str) -> Entry:
    """Not saved yet."""
    kind, data, actor = type(event).__name__, event.as_data(), by.pk if by else None
    fact = Fact(at=at, by=actor, about=about.pk, kind=kind, data=data)
    return Entry(
        **_subject(about), at=at, actor_id=actor, kind=kind, data=data, previous_hash=previous,
        hash=fact.hash_after(previous),
    )  # fmt: skip


def _last_hash(subject: dict[str, Any]) -> str:
    return Entry.objects.filter(**subject).order_by("-pk").values_list("hash", flat=True).first() or ""
