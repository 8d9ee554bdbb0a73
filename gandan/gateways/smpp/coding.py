"""How a text becomes parts: the GSM alphabet where it suffices, else UCS-2; long texts are cut behind a header (UDH).

Source: 3GPP TS 23.038 §6.2 (alphabets), TS 23.040 §9.2.3.24.1 (concatenated messages). Pure.
"""

from __future__ import annotations

from dataclasses import dataclass

BASIC = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\x1bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENDED = {
    "^": 0x14,
    "{": 0x28,
    "}": 0x29,
    "\\": 0x2F,
    "[": 0x3C,
    "~": 0x3D,
    "]": 0x3E,
    "|": 0x40,
    "€": 0x65,
    "\f": 0x0A,
}
ESCAPE = 0x1B
_GSM = {
    **{letter: bytes([place]) for place, letter in enumerate(BASIC) if place != ESCAPE},
    **{letter: bytes([ESCAPE, place]) for letter, place in EXTENDED.items()},
}
GSM_CODING, UCS2_CODING = 0, 8
GSM_WHOLE, GSM_PART = 160, 153
UCS2_WHOLE, UCS2_PART = 140, 134
MOST_PARTS = 255


class TooLong(Exception):
    """More parts than one message may have."""


@dataclass(frozen=True)
class Part:
    """What goes into one submit_sm: octets with their header, data_coding, whether a header stands in front."""

    octets: bytes
    coding: int
    has_header: bool


def parts_of(text: str, *, reference: int) -> list[Part]:
    """In order. `reference` (0–255) keeps the parts of two messages to one telephone apart. Raises `TooLong`."""
    is_gsm = all(letter in _GSM for letter in text)
    letters = [_GSM[letter] if is_gsm else letter.encode("utf-16-be") for letter in text]
    coding, whole, part = (GSM_CODING, GSM_WHOLE, GSM_PART) if is_gsm else (UCS2_CODING, UCS2_WHOLE, UCS2_PART)
    if sum(map(len, letters)) <= whole:
        return [Part(b"".join(letters), coding, has_header=False)]
    pieces = _cut(letters, part)
    if len(pieces) > MOST_PARTS:
        raise TooLong(f"Tin quá dài: {len(pieces)} phần.")
    header = bytes([5, 0, 3, reference % 256, len(pieces)])
    return [
        Part(header + bytes([number]) + piece, coding, has_header=True) for number, piece in enumerate(pieces, start=1)
    ]


def _cut(letters: list[bytes], size: int) -> list[bytes]:
    """Never inside a letter: an escape pair or a surrogate pair stays together."""
    pieces = [b""]
    for letter in letters:
        if len(pieces[-1]) + len(letter) > size:
            pieces.append(b"")
        pieces[-1] += letter
    return pieces
