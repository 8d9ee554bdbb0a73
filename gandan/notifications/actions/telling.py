"""The one door through which anybody is told anything."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from procrastinate.contrib.django import app

from gandan.journal.models import Entry

from ..addressees import Addressee
from ..models import Notice, Preference, Urgency
from ..wording import Words, words_for
from ..workflow import Status

__all__ = ["Addressee", "tell"]


@transaction.atomic
def tell(
    to: Addressee, *, event: str, entry: Entry, required: bool = False, urgent: bool = False, **facts: Any
) -> Notice | None:
    """Write the notice; delivery is a job of the same transaction. Told twice of one entry, a person has one notice.

    `event`: name of the text in templates/notifications; `facts` are its variables. Among them `dossier` (the notice is shown
    on that case) and `link` (a path of ours or a whole address; of a dossier the tracking page, unless given).
    `required`: ends proved or on a person's list. `urgent`: also at night. None: nothing of the kind reaches this person.
    """
    machines = bool(to.reach_phone or to.reach_email) and (required or urgent or _wants_ordinary(to))
    if not (machines or required or to.user):
        return None
    words = words_for(event, to, facts)
    goes_out = machines or required
    notice, is_new = Notice.objects.get_or_create(
        entry=entry, event=event, addressee_key=to.key,
        defaults={
            **_address(to), **_words(words), "dossier": facts.get("dossier"), "link": _link(facts),
            "is_required": required, "urgency": _urgency(required=required, urgent=urgent), "made_at": entry.at,
            "status": Status.WAITING if goes_out else Status.SENT, "next_at": entry.at if goes_out else None,
        },
    )  # fmt: skip
    if is_new and goes_out:
        app.configure_task("gandan.notifications.jobs.drain").defer()
    return notice


def _wants_ordinary(to: Addressee) -> bool:
    return to.user is None or not Preference.objects.filter(user=to.user, wants_ordinary=False).exists()


def _address(to: Addressee) -> dict[str, Any]:
    return {
        "commune": to.commune, "recipient": to.user, "hamlet": to.hamlet, "name": to.name[:120],
        "phone": to.reach_phone, "email": to.reach_email, "address": to.address,
    }  # fmt: skip


def _words(words: Words) -> dict[str, Any]:
    return {
        "subject": words.subject, "text": words.text, "short": words.short, "params": words.params,
        "version": words.version,
    }  # fmt: skip


def _link(facts: dict[str, Any]) -> str:
    return str(facts.get("link") or "")[:300]


def _urgency(*, required: bool, urgent: bool) -> Urgency:
    if urgent:
        return Urgency.URGENT
    return Urgency.REQUIRED if required else Urgency.ORDINARY
