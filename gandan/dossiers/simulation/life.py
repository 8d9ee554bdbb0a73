"""One dossier's story, from filing to what has become of it by now. Times follow the real rules of counting. Pure."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from ..attribution import LegTimes, attribute
from ..deadlines import Limit, Waiting, outcome
from ..models import Channel, LegStatus, PauseKind
from ..workflow import Status
from .reckoner import Reckoner, Told
from .world import LegPlan, Matter, Place

REFUSED, WITHDRAWN, STOPPED = 0.008, 0.006, 0.003
SUPPLEMENT, NEVER_COMPLETED = 0.05, 0.06
PAYS, PAYS_TAX = 0.015, 0.7
LATE, LAST_DAY = 0.045, 0.10
GRAIN = 15
"""Minutes: everything happens at a quarter of an hour, so that the same question to the clock comes again."""
SIGNING, RETURNING = "leader", "reception"
STARS = (1, 2, 3, 4, 5)
STAR_WEIGHTS = (1, 1, 4, 22, 72)


Count = Callable[[datetime, Limit], Told]


class StillOpen(Exception):
    """The next thing to happen lies in the future."""


@dataclass
class LegLife:
    plan: LegPlan
    status: str = LegStatus.WAITING
    started_at: datetime | None = None
    due_at: datetime | None = None
    finished_at: datetime | None = None
    late_minutes: int = 0


@dataclass
class PauseLife:
    kind: str
    started_at: datetime
    ended_at: datetime | None = None

    def waiting(self) -> Waiting:
        return Waiting(self.started_at, self.ended_at)


@dataclass
class Life:
    """What became of a dossier. `happened` is (verb, moment, number of the stage or leg), in order."""

    matter: Matter
    place: Place
    channel: str
    submitted_at: datetime
    now: datetime
    status: str = Status.REGISTERED
    receive_by: datetime | None = None
    received_at: datetime | None = None
    clock_started_at: datetime | None = None
    due: Told | None = None
    first_due: Told | None = None
    statutory: Told | None = None
    beside: Told | None = None
    asked_at: datetime | None = None
    close_on: datetime | None = None
    settled_at: datetime | None = None
    returned_at: datetime | None = None
    ended_at: datetime | None = None
    outcome: str = ""
    is_prompt: bool = False
    stars: int = 0
    rated_at: datetime | None = None
    legs: list[LegLife] = field(default_factory=list)
    pauses: list[PauseLife] = field(default_factory=list)
    happened: list[tuple[str, datetime, int]] = field(default_factory=list)

    def reach(self, verb: str, moment: datetime, number: int = 0) -> datetime:
        """The thing happens, unless it lies in the future."""
        if moment > self.now:
            raise StillOpen
        self.happened.append((verb, moment, number))
        return moment

    @property
    def changed_at(self) -> datetime:
        return self.happened[-1][1]


def tell(life: Life, *, pace: float, chance: random.Random) -> Life:
    """Live until now. `pace` below 1 is quicker than usual."""
    with suppress(StillOpen):
        _Story(life, pace, chance).run()
    return life


class _Story:
    def __init__(self, life: Life, pace: float, chance: random.Random) -> None:
        self.life, self.pace, self.chance = life, pace, chance
        self.reckoner: Reckoner = life.place.reckoner

    def run(self) -> None:
        life = self.life
        life.reach("submit", life.submitted_at)
        if life.channel == Channel.ONLINE:
            life.receive_by = self.reckoner.receive_by(life.submitted_at)
        if self._refused():
            return
        self._received()
        if self._gone() or not self._completed():
            return
        self._worked()
        self._returned()

    # --- Reception ---------------------------------------------------------------------------------------------------
    def _at_reception(self) -> datetime:
        if self.life.channel != Channel.ONLINE:
            return self.life.submitted_at
        used = GRAIN * int(self.chance.triangular(1, 37, 10))
        return self.reckoner.after(self.life.submitted_at, used)

    def _refused(self) -> bool:
        if self.chance.random() >= REFUSED:
            return False
        self._end("refuse", Status.REFUSED, self._at_reception())
        return True

    def _end(self, verb: str, status: str, at: datetime) -> None:
        life = self.life
        life.ended_at = life.reach(verb, at)
        life.status = status
        for leg in life.legs:
            if leg.status != LegStatus.DONE:
                leg.status = LegStatus.CANCELLED

    def _received(self) -> None:
        life = self.life
        life.received_at = life.clock_started_at = life.reach("receive", self._at_reception())
        life.status = Status.RECEIVED
        life.legs = [LegLife(plan) for plan in life.matter.legs]
        self._set_clocks(self.reckoner.due)
        life.first_due = life.due

    def _set_clocks(self, count: Count) -> None:
        life, matter = self.life, self.life.matter
        assert life.received_at is not None
        assert life.clock_started_at is not None
        life.statutory = count(life.clock_started_at, matter.statutory)
        life.due = count(life.clock_started_at, matter.promised) if matter.promised else life.statutory
        waits = [pause.waiting() for pause in life.pauses]
        requests = sum(pause.kind == PauseKind.SUPPLEMENT for pause in life.pauses)
        life.beside = self.reckoner.beside(life.received_at, matter.promised or matter.statutory, waits, requests)

    def _gone(self) -> bool:
        """Withdrawn by the citizen, or stopped by the office."""
        life, drawn = self.life, self.chance.random()
        assert life.received_at is not None
        if drawn >= WITHDRAWN + STOPPED:
            return False
        at = self.reckoner.after(life.received_at, GRAIN * self.chance.randrange(2, 60))
        withdrawn = drawn < WITHDRAWN
        self._end("withdraw" if withdrawn else "stop", Status.WITHDRAWN if withdrawn else Status.STOPPED, at)
        return True

    # --- Supplement --------------------------------------------------------------------------------------------------
    def _completed(self) -> bool:
        life = self.life
        assert life.received_at is not None
        assert life.due is not None
        budget = self.reckoner.minutes(life.received_at, life.due.at)
        if self.chance.random() >= SUPPLEMENT or budget < 480:
            return True
        asked = self.reckoner.after(life.received_at, GRAIN * self.chance.randrange(4, 80))
        life.asked_at = life.reach("ask_supplement", asked)
        life.close_on = self.reckoner.close_on(asked)
        life.status = Status.SUPPLEMENT
        life.pauses.append(PauseLife(PauseKind.SUPPLEMENT, asked))
        if self.chance.random() < NEVER_COMPLETED:
            self._end("close", Status.STOPPED, life.close_on + timedelta(hours=1))
            life.pauses[-1].ended_at = life.ended_at
            return False
        self._resubmitted(asked)
        return True

    def _resubmitted(self, asked: datetime) -> None:
        life = self.life
        waited = timedelta(minutes=GRAIN * self.chance.randrange(12, 1000))
        back = self.reckoner.after(asked + waited, GRAIN)
        life.pauses[-1].ended_at = life.clock_started_at = life.reach("resubmit", back)
        life.close_on = None
        life.status = Status.PROCESSING
        self._set_clocks(self.reckoner.restarted)

    # --- Work --------------------------------------------------------------------------------------------------------
    def _worked(self) -> None:
        life = self.life
        assert life.clock_started_at is not None
        start = life.clock_started_at
        if not life.pauses:
            start = life.reach("hand_over", self.reckoner.after(start, GRAIN * self.chance.randrange(1, 9)), 0)
        life.status = Status.PROCESSING
        start = self._paid(start)
        end = self._settling(start)
        stages = sorted({leg.plan.stage for leg in life.legs if leg.plan.role != RETURNING})
        begin = start
        for number, stage in enumerate(stages, start=1):
            stop = end if number == len(stages) else self._share(start, end, number / len(stages))
            begin = self._stage(stage, begin, max(begin, stop))
            if number < len(stages):
                life.reach("begin_stage", begin, stages[number])
        self._settled(end)

    def _paid(self, start: datetime) -> datetime:
        """The citizen is asked for money and the office waits; returns when the work goes on."""
        life = self.life
        assert life.clock_started_at is not None
        share = PAYS_TAX if any(leg.plan.pays for leg in life.legs) else PAYS
        if life.pauses or self.chance.random() >= share:
            return start
        asked = life.reach("ask_payment", self.reckoner.after(start, GRAIN * self.chance.randrange(1, 20)))
        life.status = Status.PAYMENT
        pause = PauseLife(PauseKind.PAYMENT, asked)
        life.pauses.append(pause)
        paid = asked + timedelta(minutes=GRAIN * self.chance.randrange(4, 500))
        pause.ended_at = life.reach("confirm_payment", paid)
        life.status = Status.PROCESSING
        self._set_clocks(lambda begun, limit: self.reckoner.put_off(begun, limit, pause.waiting()))
        return self.reckoner.after(paid, GRAIN)

    def _settling(self, start: datetime) -> datetime:
        """When the leader will sign: most well before the date, some late."""
        life = self.life
        assert life.due is not None
        if life.matter.on_the_spot and life.channel == Channel.COUNTER and self.chance.random() < 0.6:
            life.is_prompt = True
            return self.reckoner.after(start, GRAIN * self.chance.randrange(1, 5))
        budget = max(60, self.reckoner.minutes(start, life.due.at))
        return self.reckoner.after(start, GRAIN * max(1, int(budget * self._share_of_budget() / GRAIN)))

    def _share_of_budget(self) -> float:
        drawn = self.chance.random()
        pace = self.pace * self.life.place.slowness
        if drawn < LATE * pace:
            return 1 + self.chance.expovariate(4)
        if drawn < LATE + LAST_DAY:
            return self.chance.uniform(0.9, 0.99) * min(1.0, self.pace)
        return min(0.97, self.chance.betavariate(3, 2.2) * pace)

    def _share(self, start: datetime, end: datetime, share: float) -> datetime:
        minutes = self.reckoner.minutes(start, end)
        return self.reckoner.after(start, GRAIN * int(minutes * share / GRAIN))

    def _stage(self, stage: int, begin: datetime, stop: datetime) -> datetime:
        """Parallel legs: the first uses all of the stage's time, the others end a little earlier."""
        together = [leg for leg in self.life.legs if leg.plan.stage == stage]
        ends = []
        for leg in together:
            leg.started_at, leg.status = begin, LegStatus.RUNNING
            leg.due_at = self._leg_due(begin, leg.plan.half_days)
            ends.append(stop if leg is together[0] else self._share(begin, stop, self.chance.uniform(0.4, 1)))
        for end, _, leg in sorted(zip(ends, range(len(ends)), together, strict=True)):
            if leg.plan.role != SIGNING:
                leg.finished_at = self.life.reach("finish_leg", end, self.life.legs.index(leg))
                leg.status = LegStatus.DONE
        return max(ends)

    def _leg_due(self, begin: datetime, half_days: int) -> datetime:
        end, latest = self.reckoner.leg_end(begin, half_days), self.life.due.at if self.life.due else begin
        return min(end, latest) if latest > begin else end

    def _settled(self, end: datetime) -> None:
        life = self.life
        assert life.due is not None
        for number, leg in enumerate(life.legs):
            if leg.plan.role == SIGNING:
                leg.finished_at, leg.status = life.reach("finish_leg", end, number), LegStatus.DONE
        life.settled_at = life.reach("approve", end)
        life.status = Status.SETTLED
        life.outcome = outcome(end, life.due.at)
        if life.outcome == "late":
            self._attribute(end)

    def _attribute(self, end: datetime) -> None:
        life = self.life
        assert life.due is not None
        stages: dict[int, list[LegTimes]] = {}
        for leg in life.legs:
            if leg.started_at is not None and leg.plan.role != RETURNING:
                times = LegTimes(leg.plan.key, "", leg.started_at, leg.finished_at or end, leg.plan.half_days)
                stages.setdefault(leg.plan.stage, []).append(times)
        shared = attribute([stages[one] for one in sorted(stages)], life.due.at, end, self.reckoner.calendar)
        minutes = {part.name: part.minutes for part in shared.parts}
        for leg in life.legs:
            leg.late_minutes = minutes.get(leg.plan.key, 0)

    # --- Return ------------------------------------------------------------------------------------------------------
    def _returned(self) -> None:
        life = self.life
        assert life.settled_at is not None
        wait = self.chance.randrange(1, 3) if life.is_prompt else self.chance.randrange(1, 100)
        life.returned_at = life.reach("return_result", self.reckoner.after(life.settled_at, GRAIN * wait))
        life.status = Status.RETURNED
        for leg in life.legs:
            if leg.plan.role == RETURNING:
                leg.started_at, leg.due_at = life.settled_at, self.reckoner.leg_end(life.settled_at, leg.plan.half_days)
                leg.finished_at, leg.status = life.returned_at, LegStatus.DONE
        if self.chance.random() < 0.4:
            rated = life.reach("rate", life.returned_at + timedelta(minutes=GRAIN * self.chance.randrange(1, 200)))
            life.stars = self.chance.choices(STARS, STAR_WEIGHTS)[0]
            life.rated_at = rated
