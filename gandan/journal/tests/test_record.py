from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction
from django.db.utils import DatabaseError

from gandan.journal import following
from gandan.journal.actions import record
from gandan.journal.chain import is_unbroken
from gandan.journal.events import Event
from gandan.journal.jobs import react
from gandan.journal.models import Entry, Followed
from gandan.places.models import Agency

from .settle import settle

pytestmark = pytest.mark.django_db
HEARD: list[tuple[int, date | None]] = []


@dataclass(frozen=True, kw_only=True)
class BellRung(Event):
    times: int
    on: date | None = None


@following.follows(BellRung)
def hear(event: BellRung, entry: Entry) -> None:
    HEARD.append((event.times, event.on))


@pytest.fixture
def bell() -> Agency:
    HEARD.clear()
    return Agency.objects.create(code="bell", name="Chuông", kind="division")


def test_it_works(bell: Agency) -> None:
    entry = record(BellRung(times=3, on=date(2026, 11, 24)), about=bell)
    assert entry.data == {"times": 3, "on": "2026-11-24"}
    settle()
    assert [(3, date(2026, 11, 24))] == HEARD


def test_a_reaction_that_runs_twice_has_its_effects_once(bell: Agency) -> None:
    entry = record(BellRung(times=1), about=bell)
    [follower] = following.followers_of(BellRung)
    react(entry_id=entry.pk, follower=follower)
    react(entry_id=entry.pk, follower=follower)
    settle()
    assert HEARD == [(1, None)]
    assert Followed.objects.filter(entry=entry).count() == 1


def test_a_change_that_is_rolled_back_leaves_no_entry_and_no_job(bell: Agency) -> None:
    with transaction.atomic():
        record(BellRung(times=1), about=bell)
        transaction.set_rollback(True)
    assert settle() == 0
    assert not Entry.objects.about(bell).exists()


def test_history_cannot_be_rewritten(bell: Agency) -> None:
    entry = record(BellRung(times=1), about=bell)
    with pytest.raises((IntegrityError, DatabaseError), match="append-only"), transaction.atomic():
        Entry.objects.filter(pk=entry.pk).update(data={"times": 9})
    with pytest.raises((IntegrityError, DatabaseError), match="append-only"), transaction.atomic():
        entry.delete()


def test_the_chain_shows_a_forged_entry(bell: Agency) -> None:
    for times in (1, 2, 3):
        record(BellRung(times=times), about=bell, at=datetime(2026, 11, 23, times, tzinfo=UTC))
    entries = list(Entry.objects.about(bell))
    assert is_unbroken(entries)
    entries[1].data = {"times": 9, "on": None}
    assert not is_unbroken(entries)
    assert not is_unbroken(Entry.objects.about(bell)[1:]), "a missing first entry shows too"
