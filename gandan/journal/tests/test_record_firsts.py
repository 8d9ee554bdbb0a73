from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.journal import following
from gandan.journal.actions import record, record_firsts
from gandan.journal.events import Event
from gandan.journal.models import Entry
from gandan.places.models import Agency

from .settle import settle

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
HEARD: list[int] = []


@dataclass(frozen=True, kw_only=True)
class GongRung(Event):
    times: int


@dataclass(frozen=True, kw_only=True)
class GongHung(Event):
    hook: int


@following.follows(GongRung)
def hear_gong(event: GongRung, entry: Entry) -> None:
    HEARD.append(event.times)


def gongs(many: int) -> list[Agency]:
    return [Agency.objects.create(code=f"gong{one}", name=f"Chiêng {one}", kind="division") for one in range(many)]


def test_it_works() -> None:
    HEARD.clear()
    first, second = gongs(2)
    entries = record_firsts([(GongRung(times=1), first), (GongRung(times=2), second)], at=NOW)
    assert [one.subject_id for one in entries] == [first.pk, second.pk]
    settle()
    assert HEARD == [1, 2]


def test_what_follows_is_chained_to_it() -> None:
    (gong,) = gongs(1)
    record_firsts([(GongRung(times=1), gong)], at=NOW)
    record(GongRung(times=2), about=gong, at=NOW)
    entries = list(Entry.objects.about(gong).order_by("pk"))
    assert len(entries) == 2
    assert entries[0].previous_hash == ""
    assert entries[1].previous_hash == entries[0].hash


def test_one_statement_for_many() -> None:
    with CaptureQueriesContext(connection) as run:
        record_firsts([(GongHung(hook=number), one) for number, one in enumerate(gongs(20))], at=NOW)
    assert len([one for one in run if 'INSERT INTO "journal_entry"' in one["sql"]]) == 1
