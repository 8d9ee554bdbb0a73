"""What was done to tell somebody: the steps of each notice with their proof, for the people of the office."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gandan.dossiers.models import Dossier

from .models import Channel, Message, Notice


@dataclass(frozen=True)
class Told:
    notice: Notice
    messages: list[Message]
    proof: str


def told_of(dossier: Dossier) -> list[Told]:
    """Newest first (two statements)."""
    return with_steps(Notice.objects.filter(dossier=dossier).order_by("-pk"))


def with_steps(notices: Iterable[Notice]) -> list[Told]:
    """Two statements, however many notices."""
    rows = list(notices)
    steps: dict[int, list[Message]] = {one.pk: [] for one in rows}
    for message in Message.objects.filter(notice__in=rows).select_related("by").order_by("pk"):
        steps[message.notice_id].append(message)
    return [Told(one, steps[one.pk], Channel(one.proved_by).label if one.proved_by else "") for one in rows]
