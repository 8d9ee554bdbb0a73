"""A petition comes in and is sorted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.calendars import calendar_of
from gandan.places.models import Agency, Hamlet

from ..events import PetitionClassified, PetitionReceived
from ..limits import due_by, limit_for
from ..models import Petition, PetitionKind, PetitionSource, Turn
from ..workflow import CLASSIFY


@dataclass(frozen=True, kw_only=True)
class Letter:
    """What was handed in. `may_denounce`: it seems to denounce somebody, so it is sealed from the first moment."""

    subject: str
    content: str = ""
    name: str = ""
    phone: str = ""
    address: str = ""
    people: int = 1
    source: str = PetitionSource.POST
    hamlet: Hamlet | None = None
    may_denounce: bool = False
    press: str = ""


@transaction.atomic
def receive_petition(
    commune: Agency, letter: Letter, *, by: User | None, now: datetime, turn: Turn | None = None
) -> Petition:  # fmt: skip
    """The next number in the book of the year, with the day by which it must be sorted and its working."""
    Agency.objects.select_for_update(no_key=True).get(pk=commune.pk)
    if letter.press and (known := Petition.objects.filter(press=letter.press, commune=commune).first()):
        return known
    if not letter.subject.strip():
        raise RuleBroken("Ghi nội dung chính của đơn.")
    told = {name: value for name, value in vars(letter).items() if name != "may_denounce"}
    made = Petition(commune=commune, received_at=now, received_by=by, is_sealed=letter.may_denounce, turn=turn, **told)
    made.occasion = turn.occasion if turn else None
    made.year = localdate(now).year
    made.number = (Petition.objects.of(commune).filter(year=made.year).aggregate(last=Max("number"))["last"] or 0) + 1
    _sort_until(made)
    made.save()
    _seal_turn(made)
    told_event = PetitionReceived(petition_id=made.pk, source=made.source, sort_due_at=made.sort_due_at)
    record(told_event, about=made, by=by, at=now, is_first=True)
    return made


def _sort_until(petition: Petition) -> None:
    """Counted from reception, by the kind as far as known."""
    limit = limit_for(petition.kind, "sort")
    found = due_by(limit, petition.received_at, calendar_of(petition.commune, on=localdate(petition.received_at)))
    petition.sort_due_at, petition.working, petition.limit = found.at, found.working.as_json(), limit.code


def _seal_turn(petition: Petition) -> None:
    """Who denounced somebody at a reception is not read from its book either."""
    if petition.is_sealed and petition.turn and not petition.turn.is_sealed:
        petition.turn.is_sealed = True
        petition.turn.save(update_fields=["is_sealed"])


@transaction.atomic
def classify_petition(petition: Petition, kind: str, *, by: User, now: datetime, may_denounce: bool = False) -> None:
    """Which kind it is; a denunciation is sealed from here on. Once sealed, only the right takes the seal off another kind."""
    if kind not in PetitionKind.values:
        raise RuleBroken("Chọn loại đơn: khiếu nại, tố cáo, kiến nghị hay phản ánh.")
    petition.take(CLASSIFY)
    petition.kind = kind
    petition.is_sealed = may_denounce or kind == PetitionKind.DENUNCIATION
    _sort_until(petition)
    petition.save(update_fields=["kind", "is_sealed", "sort_due_at", "working", "limit"])
    _seal_turn(petition)
    told = PetitionClassified(petition_id=petition.pk, kind=kind, is_sealed=petition.is_sealed)
    record(told, about=petition, by=by, at=now)
