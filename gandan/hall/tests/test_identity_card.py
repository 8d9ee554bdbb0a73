"""Reading the QR of an identity card."""

from __future__ import annotations

import csv
from datetime import date

import pytest
from django.conf import settings

from gandan.core.errors import RuleBroken
from gandan.hall.identity_card import read_card

TODAY = date(2026, 11, 23)
GOOD = "031090004512|031987654|Nguyễn Văn Thử|05031990|Nam|Số 12 ngõ 3|20072021"


def test_every_field_is_read() -> None:
    card = read_card(GOOD + "\n", today=TODAY)
    assert (card.number, card.old_number, card.name, card.sex) == ("031090004512", "031987654", "Nguyễn Văn Thử", "Nam")
    assert (card.birthday, card.issued_on, card.doubts) == (date(1990, 3, 5), date(2021, 7, 20), ())


@pytest.mark.parametrize(
    ("payload", "why"),
    [
        pytest.param("", "không phải của thẻ", id="nothing"),
        pytest.param("https://example.vn/x", "không phải của thẻ", id="another code"),
        pytest.param(GOOD.replace("031090004512", "03109000451"), "12 chữ số", id="a digit short"),
        pytest.param(GOOD.replace("05031990", "31021990"), "không có trong lịch", id="31 February"),
        pytest.param(GOOD.replace("05031990", "05032990"), "không có trong lịch", id="in the future"),
        pytest.param(GOOD.replace("|Nam|", "||"), "giới tính", id="no sex"),
    ],
)
def test_a_broken_code_is_refused_kindly(payload: str, why: str) -> None:
    with pytest.raises(RuleBroken, match=why) as told:
        read_card(payload, today=TODAY)
    assert "Xin quét lại" in told.value.message


def test_empty_fields_and_newer_cards_are_read_and_contradictions_told() -> None:
    assert read_card("001099000001||Lê Giả Định|01011999|Nam|Tổ 5||||", today=TODAY).issued_on is None
    (doubt,) = read_card("031203004512|x|Giới Sai|05032003|Nữ|x|20072021", today=TODAY).doubts
    assert "Giới tính" in doubt
    (doubt,) = read_card("031092004512|x|Năm Sai|05031990|Nam|x|20072021", today=TODAY).doubts
    assert "Năm sinh" in doubt


SAMPLES = settings.BASE_DIR.parent / "shared" / "data" / "cccd_qr_samples.csv"


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples are not part of the product")
def test_the_samples() -> None:
    with SAMPLES.open(newline="", encoding="utf-8") as opened:
        for row in csv.DictReader(opened):
            if row["remark"].startswith("INVALID"):
                with pytest.raises(RuleBroken):
                    read_card(row["payload"], today=TODAY)
            else:
                card = read_card(row["payload"], today=TODAY)
                assert bool(card.doubts) == row["remark"].startswith("SUSPICIOUS"), row
