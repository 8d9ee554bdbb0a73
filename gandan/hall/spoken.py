"""The words of a call, pure: “Mời số không hai mươi bảy đến quầy số ba”.

Numbers are read as people of the north read them: mốt after mươi, lăm after a ten, tư after mươi, linh before a lone
unit. Every word of a call is one clip, so that a voice recorded word by word can say any number.
"""

from __future__ import annotations

ONES = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
CALL, TO = "mời số", "đến quầy số"
LARGEST = 9999
CLIPS = (CALL, TO, *ONES, "mười", "mươi", "mốt", "tư", "lăm", "trăm", "linh", "nghìn")
"""What a voice must have recorded to say every call."""


def call_parts(number: int, counter: int) -> list[str]:
    """The words of a call, clip by clip. The number is said as it is printed: three digits, leading zeros included."""
    return [CALL, *ticket_words(number), TO, *number_words(counter)]


def call_words(number: int, counter: int) -> str:
    """The sentence: “Mời số không hai mươi bảy đến quầy số ba”."""
    words = " ".join(call_parts(number, counter))
    return words[0].upper() + words[1:]


def ticket_words(number: int) -> list[str]:
    """027 → không hai mươi bảy; 007 → không không bảy; 107 → một trăm linh bảy."""
    zeros = max(0, 3 - len(str(number)))
    return [ONES[0]] * zeros + number_words(number)


def number_words(number: int) -> list[str]:
    """A whole number from 0 to 9999 in words."""
    if not 0 <= number <= LARGEST:
        raise ValueError(f"No words for {number}.")
    thousands, rest = divmod(number, 1000)
    if not thousands:
        return _below_thousand(rest)
    words = [ONES[thousands], "nghìn"]
    return words if not rest else [*words, *_below_thousand(rest, is_after=True)]


def _below_thousand(number: int, *, is_after: bool = False) -> list[str]:
    """`is_after`: after thousands the hundred is always said, “không trăm” if need be."""
    hundreds, rest = divmod(number, 100)
    if not hundreds and not is_after:
        return _below_hundred(rest)
    words = [ONES[hundreds], "trăm"]
    if not rest:
        return words
    return [*words, "linh", ONES[rest]] if rest < 10 else [*words, *_below_hundred(rest)]


def _below_hundred(number: int) -> list[str]:
    tens, unit = divmod(number, 10)
    if not tens:
        return [ONES[unit]]
    words = ["mười"] if tens == 1 else [ONES[tens], "mươi"]
    return words if not unit else [*words, _unit_after(tens, unit)]


def _unit_after(tens: int, unit: int) -> str:
    if unit == 5:
        return "lăm"
    return {1: "mốt", 4: "tư"}.get(unit, ONES[unit]) if tens > 1 else ONES[unit]
