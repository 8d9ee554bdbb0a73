"""The log of the player: in batches, each line once, nothing that cannot be."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.timezone import localtime

from gandan.people.tests import make as people
from gandan.publishing import actions, showing
from gandan.publishing.actions import Reported
from gandan.publishing.models import Play, ShownHour
from gandan.publishing.tests import make
from gandan.publishing.views import display

pytestmark = pytest.mark.django_db


def post(client: Client, key: str, plays: object) -> Any:
    body = json.dumps({"plays": plays})
    return client.post(f"/man-hinh/led/{key}/nhat-ky/", body, content_type="application/json")


def test_it_works(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: make.at(9))
    led = make.led()
    lines = [[led.clips_in_order()[0].pk, make.at(8, minute).isoformat(), 15] for minute in range(10)]

    assert post(client, led.key, lines).json() == {"kept": 10}
    assert post(client, led.key, lines).json() == {"kept": 0}, "the same line twice is kept once"
    page = people.signed_in(make.huy()).get(f"/can-bo/man-hinh/{led.pk}/").content.decode()
    assert "8h: 2,5" in page


def test_what_cannot_be_is_passed_over() -> None:
    led, other = make.led(), make.clip(of=people.other_commune())
    own = led.clips_in_order()[0]
    lines = [
        Reported(own.pk, make.at(8), 15),
        Reported(other.pk, make.at(8, 1), 15),
        Reported(own.pk, make.at(10), 15),
        Reported(own.pk, make.at(8, 2), 400),
        Reported(own.pk, make.at(8) - timedelta(days=8), 15),
    ]

    assert actions.note_plays(led, plays=lines, now=make.at(9)) == 1
    assert Play.objects.get().started_at == make.at(8)


UNREADABLE: tuple[object, ...] = (
    {},
    {"plays": 3},
    {"plays": [[1]]},
    {"plays": [[1, "hôm qua", 2]]},
    {"plays": [[1, "2026-11-23T08:00:00", 2]]},
)


@pytest.mark.parametrize("body", UNREADABLE)
def test_a_log_that_cannot_be_read(client: Client, body: object) -> None:
    answer = client.post(f"/man-hinh/led/{make.led().key}/nhat-ky/", json.dumps(body), content_type="application/json")
    assert answer.status_code == 400


def test_a_screen_that_reports_without_end_is_slowed(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "BATCHES", 2)
    led = make.led()
    assert [post(client, led.key, []).status_code for _ in range(3)] == [200, 200, 429]


def test_lines_that_come_late_mend_the_hour() -> None:
    make.ask()
    led = make.led()
    actions.close_hours(led, day=make.MONDAY.date(), now=make.at(9))
    clip = led.clips_in_order()[2]
    lines = [Reported(clip.pk, make.at(8) + timedelta(seconds=30 * n), 30) for n in range(20)]

    actions.note_plays(led, plays=lines, now=make.at(9, 30))

    assert {localtime(row.begun_at).hour: row.seconds for row in ShownHour.objects.all()} == {6: 0, 7: 0, 8: 600}


def test_the_table_of_hours_as_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    led = make.led()
    make.show(led, 8, 10)
    make.show(led, 9, 7)
    monkeypatch.setattr(timezone, "now", lambda: make.at(12))

    answer = people.signed_in(make.huy()).get(f"/can-bo/man-hinh/{led.pk}/?dang=xlsx&tu=2026-11-23&den=2026-11-23")

    with zipfile.ZipFile(io.BytesIO(answer.content)) as book:
        words = book.read("xl/sharedStrings.xml").decode()
    assert "9 giờ" in words
    assert "thiếu" in words
    day = showing.day_count(led, make.MONDAY.date(), make.at(12))
    assert [one.hour for one in day.short] == [6, 7, 9, 10, 11]
