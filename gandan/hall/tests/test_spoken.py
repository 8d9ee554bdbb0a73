"""The words of a call."""

from __future__ import annotations

import pytest

from gandan.hall.spoken import CLIPS, call_parts, call_words, number_words, ticket_words


@pytest.mark.parametrize(
    ("number", "counter", "said"),
    [
        pytest.param(27, 3, "Mời số không hai mươi bảy đến quầy số ba", id="as the requirement says"),
        pytest.param(7, 12, "Mời số không không bảy đến quầy số mười hai", id="leading zeros are printed, so spoken"),
        pytest.param(115, 1, "Mời số một trăm mười lăm đến quầy số một", id="lăm after mười"),
    ],
)
def test_a_call_is_a_sentence(number: int, counter: int, said: str) -> None:
    assert call_words(number, counter) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "không"), (4, "bốn"), (5, "năm"), (10, "mười"), (11, "mười một"), (14, "mười bốn"), (15, "mười lăm"),
        (20, "hai mươi"), (21, "hai mươi mốt"), (24, "hai mươi tư"), (25, "hai mươi lăm"), (99, "chín mươi chín"),
        (100, "một trăm"), (101, "một trăm linh một"), (104, "một trăm linh bốn"), (105, "một trăm linh năm"),
        (110, "một trăm mười"), (555, "năm trăm năm mươi lăm"), (1000, "một nghìn"),
        (1005, "một nghìn không trăm linh năm"), (2021, "hai nghìn không trăm hai mươi mốt"),
    ],
)  # fmt: skip
def test_numbers(number: int, said: str) -> None:
    assert " ".join(number_words(number)) == said


def test_a_number_is_said_with_three_digits() -> None:
    assert " ".join(ticket_words(10)) == "không mười"
    assert " ".join(ticket_words(999)) == "chín trăm chín mươi chín"


def test_every_number_of_a_day_is_made_of_recorded_words() -> None:
    assert all(set(call_parts(number, number % 99 + 1)) <= set(CLIPS) for number in range(1, 2000))


def test_a_number_too_large_has_no_words() -> None:
    with pytest.raises(ValueError, match="10000"):
        number_words(10_000)
