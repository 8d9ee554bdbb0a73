"""The ladder, pure: what has been tried and what the clock says → what to do next.

Rungs of machines (Zalo, SMS) one after another, each with its suppliers and its time; then a person: a call, and what no
call could do goes to paper or to the hamlet head. The first proof ends it. Beside the ladder stand e-mail and push: sent at
once, tried again on their own, never waited for. NĐ 118/2025/NĐ-CP, Điều 19, khoản 6 and Điều 22, khoản 5: notice is a duty.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

HANDED, ACCEPTED, FAILED, REFUSED, DOWN = "handed", "accepted", "failed", "refused", "down"
ARRIVED = frozenset({"delivered", "read"})
PROVED, SENT, CALLING, HANDING, UNTOLD = "proved", "sent", "calling", "handing", "untold"
LEASE = timedelta(seconds=60)
"""After it, a message handed over without an answer is handed to the same supplier again under the same key."""
PAUSE, LONGEST_PAUSE = timedelta(seconds=15), timedelta(minutes=5)
BESIDE_LIMIT = timedelta(hours=24)
"""How long e-mail is tried again, and how long we wait for someone whom only e-mail or the screen can reach."""


@dataclass(frozen=True)
class Rung:
    """A channel and how long it may take to give proof, counted from its first try."""

    channel: str
    limit: timedelta


@dataclass(frozen=True)
class Rules:
    """What a commune may set. Between `quiet_from` and `quiet_to` nothing but the urgent leaves."""

    rungs: tuple[Rung, ...] = (Rung("zalo", timedelta(minutes=10)), Rung("sms", timedelta(minutes=30)))
    calls: int = 3
    quiet_from: time = time(21)
    quiet_to: time = time(7)


@dataclass(frozen=True)
class Try:
    """One message: `at` its first handing over, `again_at` its last, `times` how often."""

    channel: str
    supplier: str
    delivery: str
    at: datetime
    again_at: datetime
    times: int = 1


@dataclass(frozen=True)
class Case:
    """All that the ladder knows of a notice. `reach`: channels by which the person has an address.

    `calls_end_at`: on the call list until then; None: not on it. Tries in the order they were made. `keyless`: suppliers that
    would deliver one key twice, so one handing over without an answer is never repeated.
    """

    made_at: datetime
    is_required: bool
    reach: frozenset[str]
    suppliers: Mapping[str, tuple[str, ...]]
    tries: tuple[Try, ...] = ()
    status: str = ""
    is_urgent: bool = False
    is_on_screen: bool = False
    beside: tuple[str, ...] = ("email", "push")
    calls_end_at: datetime | None = None
    keyless: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Send:
    """Hand over by this channel to one of `suppliers`; to one that was asked before under the same key."""

    channel: str
    suppliers: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """`status`: where the notice stands now, "" while machines are at it. `look_at`: when to ask again; None: never."""

    status: str = ""
    proof: str = ""
    sends: tuple[Send, ...] = ()
    look_at: datetime | None = None


@dataclass(frozen=True)
class _Rest:
    """Nothing to do on this rung before `until`; `is_enough`: a supplier has it, and nobody asks for proof."""

    until: datetime | None
    is_enough: bool = False


@dataclass(frozen=True)
class _Gone:
    """This rung can do no more."""


_Answer = Send | _Rest | _Gone


@dataclass
class _Gathered:
    sends: list[Send] = field(default_factory=list)
    looks: list[datetime] = field(default_factory=list)

    def add(self, answer: _Answer) -> None:
        if isinstance(answer, Send):
            self.sends.append(answer)
        elif isinstance(answer, _Rest) and answer.until is not None:
            self.looks.append(answer.until)

    def plan(self, status: str = "") -> Plan:
        return Plan(status=status, sends=tuple(self.sends), look_at=min(self.looks, default=None))


def next_plan(case: Case, rules: Rules, now: datetime) -> Plan:
    """What to do with the notice at `now` (aware, Vietnamese time)."""
    arrived = next((one for one in case.tries if one.delivery in ARRIVED), None)
    if arrived is not None:
        return Plan(status=PROVED, proof=arrived.channel)
    if case.status in (CALLING, HANDING):
        return _on_a_list(case, rules, now)
    gathered = _Gathered()
    for channel in case.beside:
        if channel in case.reach:
            gathered.add(_on_rung(case, Rung(channel, BESIDE_LIMIT), rules, now))
    climbed = [rung for rung in rules.rungs if rung.channel in case.reach and case.suppliers.get(rung.channel)]
    for rung in climbed:
        answer = _on_rung(case, rung, rules, now)
        if not isinstance(answer, _Gone):
            gathered.add(answer)
            return gathered.plan(SENT if isinstance(answer, _Rest) and answer.is_enough else "")
    return _after_machines(case, rules, now, gathered, is_short=not climbed)


def _after_machines(case: Case, rules: Rules, now: datetime, gathered: _Gathered, *, is_short: bool) -> Plan:
    """No rung is left. `is_short`: there never was one, so e-mail and the screen get their day first."""
    may_see = case.is_on_screen or bool(case.reach & set(case.beside))
    if not case.is_required:
        return gathered.plan(SENT if may_see else UNTOLD)
    patience = case.made_at + BESIDE_LIMIT
    if is_short and may_see and now < patience:
        gathered.looks.append(patience)
        return gathered.plan()
    return gathered.plan(_person(case, rules))


def _person(case: Case, rules: Rules) -> str:
    """The list of calls while a call may still help, else paper."""
    calls = [one for one in case.tries if one.channel == "call"]
    is_wrong = any(one.delivery == REFUSED for one in calls)
    return CALLING if "call" in case.reach and not is_wrong and len(calls) < rules.calls else HANDING


def _on_a_list(case: Case, rules: Rules, now: datetime) -> Plan:
    is_over = case.calls_end_at is not None and now >= case.calls_end_at
    if case.status == HANDING or is_over or _person(case, rules) == HANDING:
        return Plan(status=HANDING)
    return Plan(status=CALLING, look_at=case.calls_end_at)


def _on_rung(case: Case, rung: Rung, rules: Rules, now: datetime) -> _Answer:
    tries = [one for one in case.tries if one.channel == rung.channel]
    if any(one.delivery == FAILED for one in tries) or not case.suppliers.get(rung.channel):
        return _Gone()
    end = _end(tries[0].at if tries else now, rung.limit, rules)
    taken = [one for one in tries if one.delivery in (HANDED, ACCEPTED)]
    if taken:
        return _with_supplier(case, taken[-1], rules, now, end)
    left = _suppliers_left(case, tries, rung)
    if not left or now >= end:
        return _Gone()
    downs = {name: sum(one.times for one in tries if one.supplier == name and one.delivery == DOWN) for name in left}
    least = min(downs.values())
    ready_at = _pause_after(tries, least, now)
    if ready_at > now:
        return _Rest(min(ready_at, end))
    return _by_day(Send(rung.channel, tuple(name for name in left if downs[name] == least)), case, rules, now)


def _suppliers_left(case: Case, tries: list[Try], rung: Rung) -> list[str]:
    refused = {one.supplier for one in tries if one.delivery == REFUSED}
    return [name for name in case.suppliers[rung.channel] if name not in refused]


def _pause_after(tries: list[Try], rounds: int, now: datetime) -> datetime:
    """A supplier not asked yet may be asked at once; when all were down `rounds` times, after a growing pause."""
    if not rounds:
        return now
    pause: timedelta = min(PAUSE * 2 ** min(rounds - 1, 10), LONGEST_PAUSE)
    return max(one.again_at for one in tries) + pause


def _with_supplier(case: Case, one: Try, rules: Rules, now: datetime, end: datetime) -> _Answer:
    """A supplier has it, or may have it: never given to another of the channel, so that nobody gets it twice."""
    if one.delivery == ACCEPTED and (not case.is_required or one.channel in case.beside):
        return _Rest(None, is_enough=True)
    if now >= end:
        return _Gone()
    if one.delivery == ACCEPTED or one.supplier in case.keyless:
        return _Rest(end)
    if now < one.again_at + LEASE:
        return _Rest(min(one.again_at + LEASE, end))
    return _by_day(Send(one.channel, (one.supplier,)), case, rules, now)


def _by_day(send: Send, case: Case, rules: Rules, now: datetime) -> _Answer:
    return _Rest(quiet_end(now, rules)) if not case.is_urgent and is_quiet(now, rules) else send


def _end(start: datetime, limit: timedelta, rules: Rules) -> datetime:
    """The limit of a rung; one that would run out at night gets its full time again in the morning."""
    end = start + limit
    return quiet_end(end, rules) + limit if is_quiet(end, rules) else end


def is_quiet(now: datetime, rules: Rules) -> bool:
    """`quiet_from` counts, `quiet_to` does not; equal: never quiet."""
    at, start, end = now.timetz().replace(tzinfo=None), rules.quiet_from, rules.quiet_to
    return start <= at < end if start <= end else at >= start or at < end


def quiet_end(now: datetime, rules: Rules) -> datetime:
    """The next morning's `quiet_to`."""
    morning = datetime.combine(now.date(), rules.quiet_to, tzinfo=now.tzinfo)
    return morning if morning > now else morning + timedelta(days=1)
