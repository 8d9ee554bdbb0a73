"""The call board and the information screen."""

from __future__ import annotations

import io
import wave
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from gandan.hall import actions, showing
from gandan.hall.models import Zone
from gandan.hall.tests import make
from gandan.hall.tests.test_draw import switch_on
from gandan.people.tests import make as people
from gandan.programmes.kinds import kind_named

pytestmark = pytest.mark.django_db
BOARD = "/man-hinh/goi-so/11131/"


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: make.at(30))
    serve()


def serve() -> None:
    commune = people.commune()
    commune.is_serving = True
    commune.save()


def called(*numbers: int) -> Any:
    counter, minh = make.open_counter(3)
    for minute in range(len(numbers) + 1):
        make.ticket(minute)
    for place, _ in enumerate(numbers):
        ticket = actions.call_next(counter, by=minh, now=make.at(10 + place))
        if ticket is not None and place + 1 < len(numbers):
            actions.finish(ticket, by=minh, now=make.at(10 + place))
    return ticket


def test_it_works(client: Client) -> None:
    called(1, 2)

    page = client.get(BOARD).content.decode()

    assert "002" in page
    assert "Quầy 3" in page
    assert "mời đến" in page
    assert 'http-equiv="refresh" content="10"' in page


def test_the_newest_call_stands_on_top_and_the_next_are_told() -> None:
    called(1)
    board = showing.board_of(people.commune(), make.at(30))

    assert [(one.number, one.is_fresh) for one in board.calls] == [("001", True)]
    assert board.calls[0].words == "Mời số không không một đến quầy số ba"
    assert [(one.next, one.waiting) for one in board.queues] == [(("002",), 1)]


def test_each_zone_has_its_own_line() -> None:
    switch_on("age_zones", {})
    make.ticket(0, birth_year=1950)
    make.ticket(1, birth_year=2001)

    board = showing.board_of(people.commune(), make.at(2))

    assert [(one.label, one.next) for one in board.queues] == [
        (showing.ZONE_WORDS[Zone.ASSISTED], ("001",)),
        (showing.ZONE_WORDS[Zone.SELF_SERVICE], ("002",)),
    ]


def test_programmes_of_today_and_of_other_days_are_told(client: Client) -> None:
    switch_on("age_zones", {})
    thursdays: dict[str, object] = {
        "windows": [{"weekday": 3, "from": "17:00", "to": "19:00"}, {"weekday": 5, "from": "07:30", "to": "11:30"}]
    }
    switch_on("extra_hours", thursdays)

    page = client.get("/man-hinh/thong-tin/11131/").content.decode()

    assert "Từ 40 tuổi có cán bộ hướng dẫn, dưới 40 tuổi tự nộp trên máy." in page
    assert page.index("Ngày khác trong tuần") < page.index("17:00–19:00")
    assert "Từ 40 tuổi" in client.get(BOARD).content.decode()


def test_yesterday_is_forgotten() -> None:
    called(1)

    assert showing.board_of(people.commune(), make.at(24 * 60)).calls == ()


def test_a_page_that_lost_its_stream_asks_for_the_state(client: Client) -> None:
    called(1)

    told = client.get(BOARD, {"dang": "json"}).json()

    assert told["calls"][0]["number"] == "001"
    assert set(told) == {"calls", "queues", "at", "clock", "notice"}


def test_no_word_about_a_person(client: Client) -> None:
    make.ticket(0, birth_year=1950, priority="elderly", words="Bí mật")

    page = client.get(BOARD).content.decode()

    assert "1950" not in page
    assert "Bí mật" not in page
    assert "cao tuổi" not in page


def test_a_commune_that_does_not_serve_has_no_board(client: Client) -> None:
    assert client.get("/man-hinh/goi-so/99999/").status_code == 404


def test_the_information_screen_tells_todays_programmes(client: Client) -> None:
    switch_on("fast_day", {"weekdays": [0], "limits": [1, 2, 3]})
    switch_on("any_counter", {})

    page = client.get("/man-hinh/thong-tin/11131/").content.decode()

    assert kind_named("fast_day").label in page
    assert kind_named("any_counter").label not in page, "nothing a citizen would do differently"
    assert "Mở cửa" in page


def recording(rate: int = 16_000, seconds: float = 0.1) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        sound.writeframes(bytes(2 * int(rate * seconds)))
    return out.getvalue()


def test_the_sound_of_a_call_of_today(client: Client) -> None:
    from gandan.hall.spoken import CLIPS

    called(1)
    minh = make.officer()
    actions.keep_voice(people.commune(), clips=dict.fromkeys(CLIPS, recording()), by=minh, now=make.at(0))

    answer = client.get(f"{BOARD}tieng/1/3/")

    assert answer.headers["Content-Type"] == "audio/wav"
    with wave.open(io.BytesIO(answer.content)) as sound:
        assert sound.getnframes() / sound.getframerate() == pytest.approx(6 * 0.14, abs=0.01)
    assert client.get(f"{BOARD}tieng/2/3/").status_code == 404, "nobody called it"


def test_without_a_voice_there_is_no_sound(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gandan.gateways.speech.espeak.shutil.which", lambda name: None)
    called(1)

    assert client.get(f"{BOARD}tieng/1/3/").status_code == 404
