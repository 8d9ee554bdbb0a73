"""Asterisk's manager interface (AMI over TCP): the packets, and what a row of them means for a call.

Source: Asterisk 18+ documentation, events Newchannel, DialBegin, DialEnd, VarSet, Hangup, Cdr. `Watch` is pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePosixPath

from gandan.gateways.actions import Call
from gandan.gateways.models import CallDirection, CallState

from .webhook import CALL_ID, FILE_NAME, LINE, MOST_RINGS, local_number

Packet = dict[str, str]
RING_SECONDS = 5
"""A ring and its pause on Vietnamese lines: one second of tone, four of silence."""
MOST_CALLS = 2000


def packet_of(lines: Iterable[str]) -> Packet:
    """“Key: value” lines of one packet; keys in small letters, the first of a repeated key counts."""
    packet: Packet = {}
    for line in lines:
        name, found, value = line.partition(":")
        if found:
            packet.setdefault(name.strip().lower(), value.strip())
    return packet


@dataclass
class _Going:
    """A call that has not ended."""

    line: str
    caller: str
    direction: CallDirection
    ringing_at: datetime | None = None
    answered_at: datetime | None = None
    rings: int = 0
    recording: str = ""


@dataclass
class Watch:
    """Follows calls by their Linkedid. `lines`: our numbers and extensions; empty means every call is one to us."""

    lines: Sequence[str] = ()
    going: dict[str, _Going] = field(default_factory=dict)

    def see(self, packet: Packet, now: datetime) -> list[Call]:
        """What this packet tells of a call of ours; mostly nothing."""
        follow = {
            "newchannel": self._begin, "dialbegin": self._ring, "dialend": self._answer, "varset": self._record,
            "hangup": self._end, "cdr": self._settle,
        }.get(packet.get("event", "").lower())  # fmt: skip
        return follow(packet, now) if follow else []

    def _begin(self, packet: Packet, now: datetime) -> list[Call]:
        number = packet.get("linkedid", "")
        if number != packet.get("uniqueid") or not CALL_ID.fullmatch(number) or number in self.going:
            return []
        going = self._whose(packet.get("calleridnum", ""), packet.get("exten", ""))
        if going is not None:
            if len(self.going) >= MOST_CALLS:  # ends that were never told
                del self.going[next(iter(self.going))]
            self.going[number] = going
        return []

    def _whose(self, caller: str, called: str) -> _Going | None:
        """To a line of ours, from one of ours, or neither."""
        if caller in self.lines and LINE.fullmatch(caller):
            return _Going(line=caller, caller=local_number(called), direction=CallDirection.OUT)
        if (called in self.lines or not self.lines) and LINE.fullmatch(called):
            return _Going(line=called, caller=local_number(caller), direction=CallDirection.IN)
        return None

    def _ring(self, packet: Packet, now: datetime) -> list[Call]:
        number, going = self._of(packet)
        if going is None or going.ringing_at is not None:
            return []
        going.ringing_at = now
        return [_told(number, going, CallState.RINGING, now)]

    def _answer(self, packet: Packet, now: datetime) -> list[Call]:
        number, going = self._of(packet)
        if going is None or going.answered_at is not None or packet.get("dialstatus") != "ANSWER":
            return []
        going.answered_at, going.rings = now, _rings(going, now)
        return [_told(number, going, CallState.ANSWERED, now)]

    def _record(self, packet: Packet, now: datetime) -> list[Call]:
        _, going = self._of(packet)
        name = PurePosixPath(packet.get("value", "")).name
        if going is not None and packet.get("variable") == "MIXMONITOR_FILENAME" and FILE_NAME.fullmatch(name):
            going.recording = name
        return []

    def _end(self, packet: Packet, now: datetime) -> list[Call]:
        number, going = self._of(packet)
        if going is None or packet.get("uniqueid") != number:
            return []
        del self.going[number]
        is_missed = going.answered_at is None and going.direction == CallDirection.IN
        if going.answered_at is None:
            going.rings = _rings(going, now)
        return [_told(number, going, CallState.MISSED if is_missed else CallState.ENDED, now)]

    def _settle(self, packet: Packet, now: datetime) -> list[Call]:
        """The bill of a call whose beginning we did not see, because the connection was down."""
        number = packet.get("uniqueid", "")
        going = self._whose(packet.get("source", ""), packet.get("destination", ""))
        if going is None or number in self.going or not CALL_ID.fullmatch(number):
            return []
        is_missed = packet.get("disposition") != "ANSWERED" and going.direction == CallDirection.IN
        seconds = packet.get("billableseconds", "0")
        told = _told(number, going, CallState.MISSED if is_missed else CallState.ENDED, now)
        return [Call(**{**vars(told), "seconds": min(int(seconds), 86_400) if seconds.isdecimal() else 0})]

    def _of(self, packet: Packet) -> tuple[str, _Going | None]:
        number = packet.get("linkedid") or packet.get("destlinkedid") or packet.get("uniqueid", "")
        return number, self.going.get(number)


def _rings(going: _Going, now: datetime) -> int:
    """Rings heard, from the seconds; 0 when it never rang."""
    if going.ringing_at is None:
        return 0
    return min(1 + int((now - going.ringing_at).total_seconds()) // RING_SECONDS, MOST_RINGS)


def _told(number: str, going: _Going, state: CallState, now: datetime) -> Call:
    talked = int((now - going.answered_at).total_seconds()) if going.answered_at else 0
    return Call(
        call_id=number, line=going.line, state=state, at=now, caller=going.caller, direction=going.direction,
        rings=going.rings, seconds=talked if state == CallState.ENDED else 0,
        recording=going.recording if state == CallState.ENDED else "",
    )  # fmt: skip
