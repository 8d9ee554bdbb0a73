"""1,000 required notices against suppliers that refuse, die, answer half, lose answers, and a worker that is killed.

Every one ends proved or on a person's list, and nobody gets one twice by one channel, nor by a second after proof of the first.
"""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from random import Random

import pytest

from gandan.dossiers.tests import make as dossiers
from gandan.gateways.models import Receipt
from gandan.notifications.actions import hand_over, note_answers, note_receipt
from gandan.notifications.models import Message, Notice
from gandan.notifications.sending import hand
from gandan.notifications.workflow import LISTED, Status

from . import make
from .make import Crash, Double

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "two_each")]
COUNT, SEEDS = 1_000, (1,)
RECEIPTS: tuple[list[str], ...] = (
    ["delivered"],
    ["delivered", "seen"],
    ["seen", "delivered"],
    ["failed"],
    ["delivered"] * 2,
    [],
)


class Story:
    """The worker, the suppliers and their receipts on one clock that jumps to whatever comes next."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.now = dossiers.MONDAY
        self.receipts: list[tuple[datetime, str, str, str]] = []
        self.known = 0
        self.killed = 0

    def run(self) -> None:
        for _ in range(3_000):
            busy = self._work()
            self._tell_receipts()
            if busy:
                self.now += timedelta(seconds=1)
            elif not self._jump():
                return
        raise AssertionError("it never ends")

    def _work(self) -> bool:
        handings = hand_over(now=self.now, most=200)
        answers = []
        for one in handings:
            try:
                answers.append(hand(one))
            except Crash:
                self.killed += 1
                break  # the worker dies: the answers so far are lost, the rest was never asked
        else:
            note_answers(answers, now=self.now)
        self._draw_receipts()
        return bool(handings)

    def _draw_receipts(self) -> None:
        """For each message that reached a supplier: delivered, failed, read, twice, late, in the wrong order, or nothing."""
        fresh = list(Double.reached)[self.known :]
        self.known += len(fresh)
        for supplier, key, _ in fresh:
            late = timedelta(seconds=self.random.choice([0, 5, 300, 1500]))
            told = self.random.choice(RECEIPTS)
            self.receipts += [(self.now + late, supplier, f"{supplier}:{key}", state) for state in told]

    def _tell_receipts(self) -> None:
        due = [one for one in self.receipts if one[0] <= self.now]
        self.receipts = [one for one in self.receipts if one[0] > self.now]
        rows = [
            Receipt(channel=name[:4], supplier=name, reference=words, state=state, at=at)
            for at, name, words, state in due
        ]
        Receipt.objects.bulk_create(rows, ignore_conflicts=True)
        for _, supplier, reference, state in due:
            note_receipt(supplier=supplier, reference=reference, state=state, now=self.now)

    def _jump(self) -> bool:
        moving = Notice.objects.moving().order_by("next_at").values_list("next_at", flat=True).first()
        moments = [one[0] for one in self.receipts] + ([moving] if moving else [])
        if not moments:
            return False
        self.now = max(self.now, min(moments))
        return True


@pytest.mark.parametrize("seed", SEEDS)
def test_every_notice_ends_proved_or_with_a_person_and_none_twice(seed: int) -> None:
    Double.forget(seed=seed)
    make.notices(COUNT)
    story = Story(seed)
    story.run()
    told = Notice.objects.counts()
    assert sum(told.values()) == COUNT
    assert set(told) <= {Status.PROVED, *LISTED}
    assert told[Status.PROVED] > COUNT / 2
    assert story.killed > 3
    by_channel = Counter((supplier.split("-")[0], to) for supplier, _, to in Double.reached)
    assert set(by_channel.values()) == {1}
    after_proof = [
        one.pk
        for one in Message.objects.select_related("notice").exclude(notice__proved_at=None)
        if one.notice.proved_at is not None and one.again_at > one.notice.proved_at
    ]
    assert after_proof == []
