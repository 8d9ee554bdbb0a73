"""What the officer's page of one dossier shows: papers, declaration, comparison, clocks, legs, timeline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.utils.timezone import localtime

from gandan.catalog.parts import steps_from
from gandan.core.vietnamese import say_due, say_minutes, say_moment, say_number
from gandan.hall.models import Ticket
from gandan.journal.models import Entry
from gandan.people.offices import Office

from ...actions.digitising import DIGITISED_FIELDS
from ...clockwork import calendar_for
from ...declaration import is_shown, shown_value
from ...identity import comparisons
from ...models import Dossier, DossierTicket, Leg, LegStatus, Paper, UnderProgramme
from ...promises import marks_of, rule_of
from ...remaining import Remainder, remainder
from ...timeline import DONE, LEG_LOOKS, NOW, Item, officer_timeline
from ...workflow import ENDED, WITH_CITIZEN
from .steps import may_finish

IMAGES = ("image/jpeg", "image/png", "image/webp")


@dataclass(frozen=True)
class Clock:
    """One of the two clocks: its moment, what is left of it, and the rule it goes by."""

    title: str
    due_at: datetime | None
    left: Remainder | None
    rule: str


@dataclass(frozen=True)
class LegRow:
    leg: Leg
    look: str
    words: str
    is_mine: bool


def declared(dossier: Dossier) -> list[tuple[str, list[tuple[str, str]]]]:
    """The answers by page of the declaration, as people read them."""
    if dossier.form is None:
        return []
    answers = dossier.answers
    return [
        (
            step.title,
            [(one.label, shown_value(one, answers.get(one.key))) for one in step.fields if is_shown(one, answers)],
        )
        for step in steps_from(dossier.form.steps)
    ]


def compared(dossier: Dossier) -> list[Any]:
    return comparisons(steps_from(dossier.form.steps), dossier.answers) if dossier.form else []


def clocks(dossier: Dossier, now: datetime) -> list[Clock]:
    """The statutory clock left, the 766 clock right; never merged."""
    working = dossier.working
    return [
        _clock(dossier, "Hạn theo luật", dossier.statutory_due_at, working.get("statutory"), now),
        _clock(dossier, "Đồng hồ 766", dossier.clock766_due_at, working.get("clock766"), now),
    ]


def _clock(dossier: Dossier, title: str, due_at: datetime | None, working: Any, now: datetime) -> Clock:
    rule = f"{working['rule']} {working['citation']}." if working else ""
    return Clock(title, due_at, left_of(dossier, due_at, now), rule)


def left_of(dossier: Dossier, due_at: datetime | None, now: datetime) -> Remainder | None:
    """What is left while the office works; nothing to say while the citizen does, or after the end."""
    if due_at is None or dossier.clock_started_at is None or dossier.status in WITH_CITIZEN:
        return None
    if dossier.settled_at is not None or dossier.status in ENDED:
        return None
    return remainder(due_at, dossier.clock_started_at, now, calendar_for(dossier))


def leg_rows(legs: list[Leg], office: Office, now: datetime) -> list[LegRow]:
    return [LegRow(leg, _leg_look(leg, now), _leg_words(leg, now), may_finish(leg, office)) for leg in legs]


def _leg_look(leg: Leg, now: datetime) -> str:
    return "late" if leg.is_late(now) and leg.status != LegStatus.DONE else LEG_LOOKS[LegStatus(leg.status)]


def _leg_words(leg: Leg, now: datetime) -> str:
    today = now.date()
    if leg.status == LegStatus.DONE and leg.finished_at:
        late = f", trễ {say_minutes(leg.late_minutes)}" if leg.late_minutes else ""
        return f"xong {say_moment(localtime(leg.finished_at), today=today)}{late}"
    if leg.status == LegStatus.RUNNING and leg.due_at:
        return f"hạn {say_moment(localtime(leg.due_at), today=today)}"
    return f"{leg.half_days / 2:g} ngày làm việc".replace(".", ",")


def lateness(dossier: Dossier, legs: list[Leg]) -> list[tuple[str, str]]:
    """Whose hours a late dossier used, adding up to the whole delay; empty when it is not late."""
    if dossier.outcome != "late" or dossier.settled_at is None or dossier.due_at is None:
        return []
    total = calendar_for(dossier).working_minutes_between(dossier.due_at, dossier.settled_at)
    parts = [(f"{leg.agency}, {leg.name}", leg.late_minutes) for leg in legs if leg.late_minutes]
    centre = total - sum(minutes for _, minutes in parts)
    if centre > 0:
        parts.append(("Trung tâm, khi chưa giao việc", centre))
    return [(name, say_minutes(minutes)) for name, minutes in (*parts, ("Cộng", total))]


def with_visits(dossier: Dossier) -> QuerySet[Entry]:
    """What happened to the dossier and to the numbers of the hall it came of, in one order."""
    kinds = ContentType.objects.get_for_models(Dossier, Ticket)
    visits = DossierTicket.objects.filter(dossier=dossier).values("ticket")
    of_tickets = Q(subject_type=kinds[Ticket], subject_id__in=visits)
    return Entry.objects.filter(Q(subject_type=kinds[Dossier], subject_id=dossier.pk) | of_tickets).order_by("pk")


def timeline(dossier: Dossier, legs: list[Leg], now: datetime) -> list[Item]:
    """Newest first, headed by where the dossier is now."""
    entries = with_visits(dossier).select_related("actor")
    told = officer_timeline(dossier, entries, legs, now)
    if dossier.status in ENDED or (told and told[0].state != DONE):
        return told
    holder = f"{dossier.holder} đang giữ" if dossier.holder else "Chưa ai nhận"
    return [Item(NOW, dossier.status_label(), (holder,)), *told]


@dataclass(frozen=True)
class Marked:
    """A programme the dossier is done under: its name, how its promise stands, and the look of that."""

    programme_id: int
    name: str
    words: str
    look: str = ""


def marks(dossier: Dossier, now: datetime) -> list[Marked]:
    """No SQL where no programme ever ran."""
    today = now.date()
    return [
        Marked(one.programme_id, rule_of(one, dossier.agency).name, *_standing(one, today)) for one in marks_of(dossier)
    ]


def _standing(mark: UnderProgramme, today: date) -> tuple[str, str]:
    if mark.fell_back_at is not None:
        return f"về hạn thường {say_moment(localtime(mark.fell_back_at), today=today)}: {mark.reason}", "soon"
    if mark.is_kept is not None:
        saved = f", bớt {say_number(mark.saved_days)} ngày làm việc" if mark.saved_days and mark.saved_days > 0 else ""
        return (f"giữ đúng lời hẹn{saved}", "go") if mark.is_kept else (f"không kịp lời hẹn{saved}", "late")
    if mark.promised_at is not None:
        return f"hẹn {say_due(localtime(mark.promised_at), today=today)}", ""
    return "đang làm theo chương trình", ""


@dataclass(frozen=True)
class Shown:
    """The paper on the desk: a picture, a PDF or only a note that it was seen."""

    paper: Paper
    is_image: bool
    is_pdf: bool
    missing: list[str]


def shown(paper: Paper | None) -> Shown | None:
    if paper is None:
        return None
    lacking = [label for key, label in DIGITISED_FIELDS.items() if not paper.digitised.get(key)]
    return Shown(paper, paper.media_type in IMAGES, paper.media_type == "application/pdf", lacking)
