"""What the programmes of a dossier promise beside its ordinary limit: the earliest moment wins, all are marked.

Reads rows and the terms in memory; writes nothing. The term is the one under which the dossier was received, whatever
the programme says today.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils.timezone import localtime

from gandan.catalog.models import LimitKind, TimeLimit
from gandan.places.models import Agency
from gandan.places.working import Due, Sentence
from gandan.programmes.kinds import Running
from gandan.programmes.running import term_numbered, terms_of

from .models import Dossier, UnderProgramme
from .same_day import same_day_due

FAST_DAY, SHORTENED = "fast_day", "shortened_limit"
TIME_IS_UP = "Hết giờ, chưa xong"
INCOMPLETE = "Hồ sơ phải bổ sung"


@dataclass(frozen=True)
class Promise:
    """A due moment, whether its source is confirmed, and the limit counted or the programme that gives it."""

    due: Due
    is_verified: bool
    limit: TimeLimit | None = None
    rule: Running | None = None


def marks_of(dossier: Dossier) -> list[UnderProgramme]:
    """The kept marks of a dossier. No SQL where no programme ever ran."""
    return list(dossier.under.order_by("pk")) if terms_of(dossier.agency) else []


def rule_of(mark: UnderProgramme, agency: Agency) -> Running:
    """The term of a mark, from memory where it is kept."""
    return next((one for one in terms_of(agency) if one.term_id == mark.term_id), None) or term_numbered(mark.term_id)


def is_open_day(mark: UnderProgramme) -> bool:
    """A promise of a fast day that was neither kept, missed nor given up yet."""
    return mark.kind == FAST_DAY and mark.is_kept is None and mark.fell_back_at is None


def earliest(
    dossier: Dossier, marks: Iterable[UnderProgramme], own: TimeLimit, at: datetime, count: Callable[[TimeLimit], Due]
) -> Promise:
    """The promise that holds: the commune's own limit, or an earlier one of a programme.

    `count` turns a limit into its end; `at` is the moment of reception. Fills in `promised_at` of shortened limits.
    """
    found = [Promise(count(own), own.is_verified, own)]
    for mark in marks:
        rule = rule_of(mark, dossier.agency)
        if mark.kind == SHORTENED:
            found.append(_shortened(dossier, rule, count))
            mark.promised_at = found[-1].due.at
        elif mark.promised_at is not None and is_open_day(mark):
            found.append(Promise(same_day_due(rule, at, mark.promised_at), is_verified=True, rule=rule))
    return min(found, key=lambda one: one.due.at)


def _shortened(dossier: Dossier, rule: Running, count: Callable[[TimeLimit], Due]) -> Promise:
    lawful = dossier.version.limit(LimitKind.STATUTORY, dossier.commune)
    assert lawful is not None  # it was marked because its limit is longer
    limit = TimeLimit(
        version_id=lawful.version_id, kind=LimitKind.PROMISED, count=rule.values["limits"][dossier.procedure.code],
        unit=lawful.unit, cutoff=lawful.cutoff, citation=rule.basis, is_verified=True,
    )  # fmt: skip
    counted = count(limit)
    told = counted.retold(rule=f"“{rule.name}” rút còn {counted.working.rule}")
    return Promise(told, is_verified=True, limit=limit, rule=rule)


def told_after_giving_up(due: Due, dossier: Dossier, marks: Iterable[UnderProgramme]) -> Due:
    """The ordinary date, headed by the sentence that a promise for the day was given up, and why."""
    working = due.working
    for mark in marks:
        if mark.kind == FAST_DAY and mark.fell_back_at is not None:
            rule = rule_of(mark, dossier.agency)
            sentence = Sentence(text=_given_up_words(mark, rule), source="")
            working = replace(working, sentences=(sentence, *working.sentences))
    return replace(due, working=working)


def _given_up_words(mark: UnderProgramme, rule: Running) -> str:
    assert mark.promised_at is not None
    day = f"{localtime(mark.promised_at):%d/%m}"
    return f"“{rule.name}” đã hẹn trả trong ngày {day}, nhưng {_public_reason(mark)}, nên tính theo hạn thường."


def _public_reason(mark: UnderProgramme) -> str:
    """In our own words: what an officer types may name a person, so it stays with the office."""
    if mark.reason == INCOMPLETE:
        return "hồ sơ phải bổ sung"
    return "hết giờ hồ sơ chưa xong" if mark.reason == TIME_IS_UP else "Trung tâm không làm kịp"


def programme_words(dossier: Dossier, promise: Promise, marks: Iterable[UnderProgramme]) -> dict[str, Any]:
    """For `Dossier.working`: the programme behind the date, and the one whose promise was given up. JSON."""
    words: dict[str, Any] = {}
    if promise.rule is not None:
        words["programme"] = {
            "name": promise.rule.name, "basis": promise.rule.basis, "is_same_day": promise.limit is None
        }  # fmt: skip
    for mark in marks:
        if mark.kind == FAST_DAY and mark.fell_back_at is not None:
            name = rule_of(mark, dossier.agency).name
            words["given_up"] = {
                "name": name, "why": _public_reason(mark), "at": localtime(mark.fell_back_at).isoformat(),
                "is_ours": mark.reason != INCOMPLETE,
            }  # fmt: skip
    return words
