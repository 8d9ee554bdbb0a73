"""At a counter or a touch screen: no dossier, no name, one answer a start."""

import re

import pytest
from django.test import Client

from gandan.core.errors import RuleBroken
from gandan.surveys import actions
from gandan.surveys.models import Invitation, Reply, Station

from . import make

pytestmark = pytest.mark.django_db


def _station(channel: str = "counter") -> Station:
    make.programme()
    actions.open_rating_survey(make.commune(), by=None, now=make.NOW)
    return actions.place_station(make.commune(), name="Cửa ra", channel=channel, by=make.tam(), now=make.NOW)


def test_it_works(client: Client, clock: object) -> None:
    station = _station()
    assert "Bắt đầu trả lời" in client.get(f"/khao-sat/diem/{station.key}/").content.decode()
    page = client.post(f"/khao-sat/diem/{station.key}/", follow=True)
    client.post(page.request["PATH_INFO"], {"q1": "4"})
    assert Reply.objects.get().channel == "counter"


def test_the_touch_screen_asks_one_question_a_screen(client: Client, clock: object) -> None:
    station = _station("kiosk")
    address = f"/man-hinh/khao-sat/{station.key}/"
    first = client.get(address).content.decode()
    assert "Câu 1 trên 9" in first
    second = client.post(address, {"q1": "4"}).content.decode()
    assert "Câu 2 trên 9" in second
    key = re.findall(r'name="key" value="([^"]+)"', second)[0]
    last = {"q1": "4", "q2": "3", "key": key, "send": "1"}
    assert "Cảm ơn ông/bà" in client.post(address, last).content.decode()
    assert "Cảm ơn ông/bà" in client.post(address, last).content.decode(), "pressed twice, counted once"
    assert Reply.objects.get().answers == {"1": 4, "2": 3}


def test_a_machine_pressed_by_a_machine_is_stopped(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gandan.surveys.limits.STARTS_PER_STATION", 2)
    station = _station()
    for _ in range(5):
        client.post(f"/khao-sat/diem/{station.key}/")
    assert Invitation.objects.count() == 2


def test_nothing_open_nothing_begun(client: Client, clock: object) -> None:
    station = actions.place_station(make.commune(), name="Cửa ra", channel="kiosk", by=make.tam(), now=make.NOW)
    with pytest.raises(RuleBroken, match="không có đợt"):
        actions.begin_at_station(station, now=make.NOW)
    assert "chưa có đợt đánh giá" in client.get(f"/man-hinh/khao-sat/{station.key}/").content.decode()
