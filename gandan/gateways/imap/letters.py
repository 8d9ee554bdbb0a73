"""One letter as somebody's programme made it, however badly, read within bounds. Pure.

Not taken in: what machines send by themselves (RFC 3834: bounces, holiday notes, lists) and our own letters come back.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime
from email import message_from_bytes
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime

from gandan.gateways.actions import Incoming, IncomingFile
from gandan.gateways.models import InboundChannel

MOST_FILES, MOST_PARTS = 10, 200
LONGEST_TEXT, LONGEST_SUBJECT = 20_000, 300
MACHINES = re.compile(r"^(mailer-daemon|postmaster|no-?reply|khong-tra-loi|bounces?)\b", re.IGNORECASE)
OUR_NUMBER = re.compile(r"<[0-9a-f]{32}@\S{1,80}>")
"""As `carriers.smtp` makes them: nobody but the recipient's servers can know one."""
BULK = {"bulk", "junk", "list", "auto_reply"}
OLD_CHARSETS = ("utf-8", "cp1258", "latin-1")
"""Tried in turn where the declared one does not fit; the last one always does."""


def read_letter(raw: bytes, *, ours: str, known_as: str, now: datetime, most_bytes: int) -> Incoming | None:
    """None when a machine wrote it. `ours`: our own address; `known_as`: its name where it has no Message-ID."""
    letter = message_from_bytes(raw)
    name, sender = _person(letter.get("From"))
    if not sender or sender == ours.lower() or _is_automatic(letter, sender):
        return None
    parts = [part for _, part in zip(range(MOST_PARTS), letter.walk(), strict=False) if not part.is_multipart()]
    return Incoming(
        channel=InboundChannel.EMAIL, external_id=f"{_plain(letter.get('Message-ID')) or known_as}|{sender}", sender=sender,
        sender_name=name[:200], recipient=_person(letter.get("Delivered-To") or letter.get("To"))[1],
        subject=_plain(letter.get("Subject"))[:LONGEST_SUBJECT], text=_text(parts)[:LONGEST_TEXT],
        sent_at=_sent_at(letter, now), files=tuple(_files(parts, most_bytes)),
    )  # fmt: skip


def bounced(raw: bytes) -> str:
    """The Message-ID of a letter of ours that a mail server gave up on (RFC 3464); empty for anything else."""
    letter = message_from_bytes(raw)
    if letter.get_content_type() != "multipart/report" or letter.get_param("report-type") != "delivery-status":
        return ""
    parts = [part for _, part in zip(range(MOST_PARTS), letter.walk(), strict=False)]
    has_failed = any(_plain(part.get("Action")).lower() == "failed" for part in parts)
    numbers = [_plain(part.get("Message-ID")) for part in parts if part is not letter]
    numbers += [found for part in parts if part.get_content_type() == "text/rfc822-headers" for found in _numbers(part)]
    return next((one for one in numbers if OUR_NUMBER.fullmatch(one)), "") if has_failed else ""


def _numbers(part: Message) -> list[str]:
    return re.findall(r"(?im)^message-id:\s*(<\S+>)", str(part.get_payload()))


def _is_automatic(letter: Message, sender: str) -> bool:
    auto = _plain(letter.get("Auto-Submitted")).lower()
    return (
        (auto not in {"", "no"})
        or _plain(letter.get("Precedence")).lower() in BULK
        or any(name in letter for name in ("X-Autoreply", "X-Autorespond", "List-Id", "List-Unsubscribe"))
        or _plain(letter.get("Return-Path")) == "<>"
        or letter.get_content_type() == "multipart/report"
        or bool(MACHINES.match(sender))
    )


def _person(value: object) -> tuple[str, str]:
    """Name and address of the first one named; the address in small letters, empty when it is none."""
    named = getaddresses([_plain(value)])
    name, address = named[0] if named else ("", "")
    is_address = re.fullmatch(r"[^\s@<>]+@[^\s@<>]+", address) is not None and len(address) <= 200
    return name, address.lower() if is_address else ""


def _plain(value: object) -> str:
    """A header's words, whatever they were wrapped in, on one line."""
    if value is None:
        return ""
    try:
        pieces = decode_header(str(value)) if not isinstance(value, str) else decode_header(value)
    except ValueError:
        return _clean(str(value))
    words = (_decode(one, charset or "utf-8") if isinstance(one, bytes) else one for one, charset in pieces)
    return " ".join(_clean("".join(words)).split())


def _decode(octets: bytes, charset: str) -> str:
    for one in (charset, *OLD_CHARSETS):
        try:
            return octets.decode(one)
        except (LookupError, UnicodeDecodeError):
            continue
    return octets.decode("utf-8", "replace")


def _clean(text: str) -> str:
    """Composed letters, no control characters but new lines; lone surrogates of damaged headers become question marks."""
    sound = text.encode("utf-8", "replace").decode()
    kept = (one for one in sound if one in "\n\t" or unicodedata.category(one) not in {"Cc", "Cf", "Cs"})
    return unicodedata.normalize("NFC", "".join(kept))


def _text(parts: list[Message]) -> str:
    """The plain words; those of the web page where the letter has nothing else."""
    for kind in ("text/plain", "text/html"):
        found = [_words(part) for part in parts if part.get_content_type() == kind and not part.get_filename()]
        if any(found):
            return "\n".join(found).strip()
    return ""


def _words(part: Message) -> str:
    octets = part.get_payload(decode=True)
    text = _decode(octets if isinstance(octets, bytes) else b"", part.get_content_charset() or "utf-8")
    if part.get_content_type() == "text/html":
        text = re.sub(r"(?is)<(script|style|head)\b.*?</\1\s*>", " ", text)
        text = re.sub(r"(?i)<(br|/p|/div|/tr|/li|/h\d)\b[^>]*>", "\n", text)
        text = html.unescape(re.sub(r"<[^>]*>", "", text))
    return _clean(text.replace("\r\n", "\n").replace("\xa0", " ")).strip()


def _files(parts: list[Message], most_bytes: int) -> Iterator[IncomingFile]:
    """Named parts and pictures, each and together within `most_bytes`. Their own claims about kind are only kept."""
    room, count = most_bytes, 0
    for part in parts:
        is_file = part.get_filename() is not None or part.get_content_maintype() in {
            "image",
            "application",
            "audio",
            "video",
        }
        octets = part.get_payload(decode=True) if is_file and count < MOST_FILES else None
        if isinstance(octets, bytes) and 0 < len(octets) <= room:
            room, count = room - len(octets), count + 1
            yield IncomingFile(_plain(part.get_filename())[:200], part.get_content_type(), content=octets)


def _sent_at(letter: Message, now: datetime) -> datetime:
    """What the letter says, unless it cannot be."""
    try:
        said = parsedate_to_datetime(_plain(letter.get("Date")))
    except (ValueError, TypeError, OverflowError):
        return now
    said = said if said.tzinfo else said.replace(tzinfo=UTC)
    return said if said.year >= 2000 and said <= now else now
