"""The commune's own words for a notice, version after version."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from ..drafts import TextDraft, faults_of
from ..events import TextWithdrawn, TextWritten
from ..models import TextVersion


@transaction.atomic
def write_text(commune: Agency, event: str, draft: TextDraft, *, by: User, now: datetime) -> TextVersion:
    """From the next notice on these words are used. Notices keep the version they were written from."""
    faults = faults_of(event, draft)
    if faults:
        raise RuleBroken(" ".join(faults))
    Agency.objects.select_for_update().get(pk=commune.pk)
    last = TextVersion.objects.filter(commune=commune, event=event).order_by("-number").first()
    made = TextVersion.objects.create(
        commune=commune, event=event, number=(last.number if last else 0) + 1, subject=draft.subject.strip(),
        text=draft.text.strip(), short=draft.short.strip(), zalo_template=draft.zalo_template.strip(),
        zalo_params=dict(draft.zalo_params), made_by=by, made_at=now,
    )  # fmt: skip
    told = TextWritten(version_id=made.pk, text=event, number=made.number)
    record(told, about=made, by=by, at=now, is_first=True)
    return made


@transaction.atomic
def withdraw_text(version: TextVersion, *, by: User, now: datetime) -> None:
    """Back to the words of the house."""
    if not TextVersion.objects.in_use().filter(pk=version.pk).update(withdrawn_at=now):
        raise RuleBroken("Bản này không còn dùng.")
    record(TextWithdrawn(version_id=version.pk, text=version.event), about=version, by=by, at=now)
