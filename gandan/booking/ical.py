"""iCalendar (RFC 5545) of appointments, pure: lines of at most 75 octets, times in UTC, text escaped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

WIDTH = 75
_ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""}


@dataclass(frozen=True)
class Happening:
    """An event of a calendar. `uid` never changes; `sequence` grows with every change of hour."""

    uid: str
    starts_at: datetime
    ends_at: datetime
    made_at: datetime
    title: str
    place: str = ""
    words: str = ""
    url: str = ""
    sequence: int = 0
    is_cancelled: bool = False
    alarm_minutes: int = 0


def calendar(name: str, happenings: Iterable[Happening]) -> bytes:
    """A whole calendar as bytes, lines ended by CRLF."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Gan Dan//Lich hen//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    lines.append(f"X-WR-CALNAME:{_text(name)}")
    for one in happenings:
        lines += _event(one)
    lines.append("END:VCALENDAR")
    return "".join(f"{fold(line)}\r\n" for line in lines).encode()


def _event(one: Happening) -> list[str]:
    told = {"SUMMARY": one.title, "LOCATION": one.place, "DESCRIPTION": one.words}
    return [
        "BEGIN:VEVENT", f"UID:{one.uid}", f"DTSTAMP:{_utc(one.made_at)}", f"DTSTART:{_utc(one.starts_at)}",
        f"DTEND:{_utc(one.ends_at)}", f"SEQUENCE:{one.sequence}",
        *(f"{name}:{_text(value)}" for name, value in told.items() if value),
        *([f"URL:{one.url}"] if one.url else []),
        f"STATUS:{'CANCELLED' if one.is_cancelled else 'CONFIRMED'}",
        *(_alarm(one) if one.alarm_minutes else []), "END:VEVENT",
    ]  # fmt: skip


def _alarm(one: Happening) -> list[str]:
    return [
        "BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_text(one.title)}", f"TRIGGER:-PT{one.alarm_minutes}M", "END:VALARM",
    ]  # fmt: skip


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    return "".join(_ESCAPES.get(char, char) for char in text)


def fold(line: str) -> str:
    """Cut after at most 75 octets, never inside a letter; each further line begins with a space (RFC 5545, 3.1)."""
    parts, part, size = [], "", 0
    for char in line:
        octets = len(char.encode())
        if size + octets > WIDTH:
            parts.append(part)
            part, size = " ", 1
        part += char
        size += octets
    return "\r\n".join([*parts, part])
