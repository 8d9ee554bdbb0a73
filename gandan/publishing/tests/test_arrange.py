"""The playlist of a screen, and what the player reads of it."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from gandan.core.errors import RuleBroken
from gandan.people.tests import make as people
from gandan.publishing import actions, showing
from gandan.publishing.tests import make

pytestmark = pytest.mark.django_db


def test_it_works(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: make.at(8))
    led = make.led()
    first, second, third = led.clips_in_order()

    people.signed_in(make.huy()).post(
        f"/can-bo/man-hinh/{led.pk}/danh-sach/", {"clip": [third.pk, "", first.pk, second.pk]}
    )

    assert led.clips_in_order() == [third, first, second]
    told = client.get(f"/man-hinh/led/{led.key}/", {"dang": "json"}).json()
    assert told["plan"]["8"][0] == [0, third.pk, 30]
    assert sorted(map(int, told["plan"])) == list(range(6, 22))
    page = client.get(f"/man-hinh/led/{led.key}/").content.decode()
    assert "chuong-trinh" in page


def test_the_day_of_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    led = make.led()

    assert showing.planned_minutes(led, make.MONDAY.date()) == 160
    assert showing.missing_subjects(led) == []


def test_what_the_model_asks_for_and_is_not_there_is_said() -> None:
    made = make.screen()
    actions.arrange(made, clips=[make.clip("Khác", "other")], by=make.huy(), now=make.at(5))

    assert showing.missing_subjects(made) == ["hai khẩu hiệu cải cách hành chính", "clip dịch vụ công trực tuyến"]


def test_clips_of_others_do_not_go_on_a_screen() -> None:
    with pytest.raises(RuleBroken, match="đơn vị khác"):
        actions.arrange(make.screen(), clips=[make.clip(of=people.other_commune())], by=make.huy(), now=make.at(5))


def test_an_unknown_key_is_no_screen(client: Client) -> None:
    for address in ("", "nhat-ky/", "tep/1/"):
        assert client.get(f"/man-hinh/led/khong-co/{address}").status_code in (404, 405)


def test_the_worker_may_stand_over_all_screens(client: Client) -> None:
    people.commune()
    answer = client.get("/man-hinh/led/may-phat.js")
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert "player.js" in answer.content.decode()
