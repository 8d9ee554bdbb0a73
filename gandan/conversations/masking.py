"""Taking identifying data out of words that are to be read by everybody. Pure."""

import re

NUMBER = re.compile(r"(?<!\d)(?:\+?\d[ .\-]?){8,14}\d(?!\d)")
"""Telephones, identity numbers, accounts: nine digits and more, however they are spaced."""
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
HOUSE = re.compile(r"(?i)\bsố nhà\s+(?!\[)\S+")
HIDDEN_NUMBER, HIDDEN_ADDRESS, HIDDEN_NAME, HIDDEN_HOUSE = (
    "[số đã ẩn]",
    "[thư điện tử đã ẩn]",
    "[tên đã ẩn]",
    "số nhà [đã ẩn]",
)
SHORTEST_NAME = 2


def masked(text: str, *, names: tuple[str, ...] = ()) -> str:
    """Numbers of nine digits and more, e-mail addresses, house numbers and the given names are replaced."""
    text = HOUSE.sub(HIDDEN_HOUSE, NUMBER.sub(HIDDEN_NUMBER, ADDRESS.sub(HIDDEN_ADDRESS, text)))
    for name in names:
        if len(name.split()) >= SHORTEST_NAME:
            text = re.sub(re.escape(name), HIDDEN_NAME, text, flags=re.IGNORECASE)
    return text


def tells_who(text: str, *, names: tuple[str, ...] = ()) -> bool:
    """Something would still be masked."""
    return masked(text, names=names) != text
