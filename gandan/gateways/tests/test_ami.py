"""Calls as an Asterisk tells them: the packets' meaning by table, the connection on a real socket."""

import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some
from pytest_django import Settings

from gandan.gateways.exchange.ami import Watch, packet_of
from gandan.gateways.exchange.listening import AmiFailed, Listener
from gandan.gateways.models import CallReport
from gandan.journal.models import Entry

from .ami_double import Asterisk

START = datetime(2026, 11, 22, 19, 0, tzinfo=UTC)
LINE, CALLER = "02213900113", "84912345118"
NEW = {"event": "Newchannel", "uniqueid": "1.1", "linkedid": "1.1", "calleridnum": CALLER, "exten": LINE}
DIAL = {"event": "DialBegin", "uniqueid": "1.1", "linkedid": "1.1", "destuniqueid": "1.2"}
TAKEN = {"event": "DialEnd", "linkedid": "1.1", "dialstatus": "ANSWER"}
RECORDED = {"event": "VarSet", "linkedid": "1.1", "variable": "MIXMONITOR_FILENAME", "value": "/var/spool/a-1.wav"}
LEG_ENDS = {"event": "Hangup", "uniqueid": "1.2", "linkedid": "1.1"}
ENDS = {"event": "Hangup", "uniqueid": "1.1", "linkedid": "1.1"}
BILL = {
    "event": "Cdr", "uniqueid": "1.1", "source": CALLER, "destination": LINE, "disposition": "ANSWERED",
    "billableseconds": "42",
}  # fmt: skip


def told(*packets: dict[str, str], lines: tuple[str, ...] = (LINE,)) -> list[tuple[str, int, int]]:
    """State, rings, seconds; six seconds lie between packets."""
    watch, seen = Watch(lines), []
    for number, packet in enumerate(packets):
        seen += watch.see(packet, START + timedelta(seconds=6 * number))
    return [(str(one.state), one.rings, one.seconds) for one in seen]


@pytest.mark.parametrize(
    ("packets", "expected"),
    [
        pytest.param(
            [NEW, DIAL, TAKEN, RECORDED, LEG_ENDS, ENDS],
            [("ringing", 0, 0), ("answered", 2, 0), ("ended", 2, 18)],
            id="answered",
        ),
        pytest.param([NEW, DIAL, LEG_ENDS, ENDS], [("ringing", 0, 0), ("missed", 3, 0)], id="missed"),
        pytest.param([NEW, ENDS], [("missed", 0, 0)], id="gave up before it rang"),
        pytest.param(
            [NEW, DIAL, DIAL, ENDS], [("ringing", 0, 0), ("missed", 3, 0)], id="two telephones ring for one call"
        ),
        pytest.param(
            [NEW, DIAL, {**TAKEN, "dialstatus": "BUSY"}, ENDS], [("ringing", 0, 0), ("missed", 3, 0)], id="busy"
        ),
        pytest.param([BILL], [("ended", 0, 42)], id="only the bill was heard"),
        pytest.param([{**BILL, "disposition": "NO ANSWER"}], [("missed", 0, 42)], id="only the bill of a missed call"),
        pytest.param([{**NEW, "exten": "101"}, DIAL, ENDS], [], id="not one of our lines"),
        pytest.param([{**NEW, "uniqueid": "1.9"}, DIAL], [], id="a leg is no call"),
        pytest.param([DIAL, TAKEN, ENDS], [], id="a call whose beginning was not seen"),
        pytest.param(
            [{**NEW, "calleridnum": LINE, "exten": CALLER}, DIAL, ENDS],
            [("ringing", 0, 0), ("ended", 2, 0)],
            id="from us",
        ),
        pytest.param([{}, {"event": "PeerStatus"}], [], id="other news"),
    ],
)
def test_what_a_row_of_packets_means(packets: list[dict[str, str]], expected: list[tuple[str, int, int]]) -> None:
    assert told(*packets) == expected


def test_the_recording_is_a_name_and_no_path() -> None:
    watch = Watch((LINE,))
    for packet in (NEW, DIAL, TAKEN, RECORDED, {**RECORDED, "value": "/x/../../data.key"}):
        watch.see(packet, START)
    (ended,) = watch.see(ENDS, START)
    assert (ended.recording, ended.caller, ended.line) == ("a-1.wav", "0912345118", LINE)


def test_a_withheld_number_is_empty() -> None:
    watch = Watch((LINE,))
    watch.see({**NEW, "calleridnum": "anonymous"}, START)
    assert watch.see(ENDS, START)[0].caller == ""


def test_ends_that_are_never_told_do_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gandan.gateways.exchange.ami.MOST_CALLS", 3)
    watch = Watch()
    for number in range(10):
        watch.see({**NEW, "uniqueid": f"{number}.1", "linkedid": f"{number}.1"}, START)
    assert list(watch.going) == ["7.1", "8.1", "9.1"]


FIELDS = ["event", "linkedid", "uniqueid", "exten", "dialstatus"]
PACKETS = some.dictionaries(
    some.sampled_from(FIELDS), some.sampled_from(["1.1", "Hangup", "DialEnd", "Cdr", "", "ạ"]), max_size=5
)


@given(some.lists(PACKETS, max_size=6))
def test_no_packet_breaks_the_watch(packets: list[dict[str, str]]) -> None:
    watch = Watch()
    for packet in packets:
        watch.see(packet, START)


def test_packets() -> None:
    assert packet_of(["Event: Hangup", "Cause-txt: Normal: Clearing", "nonsense", "Event: x"]) == {
        "event": "Hangup",
        "cause-txt": "Normal: Clearing",
    }


@pytest.fixture
def asterisk(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Asterisk]:
    settings.EXCHANGE_LINES = [LINE]
    monkeypatch.setattr("gandan.gateways.exchange.listening.PAUSES", (0.05,))
    double = Asterisk()
    yield double
    double.close()


@pytest.fixture
def listening(asterisk: Asterisk) -> Iterator[Listener]:
    listener = Listener(asterisk.url, asterisk.password)
    thread = threading.Thread(target=listener.run)
    thread.start()
    yield listener
    listener.stop()
    thread.join()


def wait_for(claim: Callable[[], object]) -> None:
    until = time.monotonic() + 5
    while not claim():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.01)


@pytest.mark.django_db(transaction=True)
def test_a_call_at_night_is_written_down(asterisk: Asterisk, listening: Listener) -> None:
    assert asterisk.logged_in.wait(5)
    for packet in (NEW, DIAL, ENDS):
        asterisk.tell(**packet)
    wait_for(lambda: CallReport.objects.filter(state="missed").exists())
    kinds = Entry.objects.filter(kind="CallReported").order_by("pk").values_list("data__state", flat=True)
    assert list(kinds) == ["ringing", "missed"]
    assert not any(asterisk.password in str(packet) for packet in asterisk.asked), "the password stays here"


@pytest.mark.django_db(transaction=True)
def test_a_broken_line_is_taken_up_again_and_the_call_goes_on(asterisk: Asterisk, listening: Listener) -> None:
    assert asterisk.logged_in.wait(5)
    asterisk.tell(**NEW)
    asterisk.tell(**DIAL)
    wait_for(lambda: CallReport.objects.filter(state="ringing").exists())
    asterisk.drop()
    wait_for(lambda: asterisk.logins == 2)
    for packet in (TAKEN, ENDS):
        asterisk.tell(**packet)
    wait_for(lambda: CallReport.objects.filter(state="ended").exists())


def test_a_wrong_password_tries_again_and_hears_nothing(asterisk: Asterisk) -> None:
    listener = Listener(asterisk.url, "sai")
    thread = threading.Thread(target=listener.run)
    thread.start()
    wait_for(lambda: len(asterisk.asked) >= 4)
    listener.stop()
    thread.join()
    assert asterisk.logins == 0


def test_addresses_that_are_none() -> None:
    with pytest.raises(AmiFailed):
        Listener("http://vi.du", "x")
