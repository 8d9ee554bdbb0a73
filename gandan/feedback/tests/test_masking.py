"""Personal data are covered, insults are held back, everyday words stay."""

import pytest

from gandan.feedback.masking import COVER, SUSPECT, insults, masked, suspicion


@pytest.mark.parametrize(
    ("text", "kind", "secret"),
    [
        ("Gọi tôi 0912 345 118 nhé", "phone", "345"), ("gọi +84912345118", "phone", "912345"),
        ("CCCD 030196012412 của tôi", "id", "0301960"), ("xe 15A-123.45 chạy ẩu", "plate", "123"),
        ("xe máy 15B1 234.56", "plate", "234"), ("xe tải 30F12345", "plate", "12345"),
        ("chuyển vào STK 1903 5678 901 Vietcombank", "bank", "5678"), ("thư a.b@mail.vn", "email", "a.b"),
        ("Nhà ông Nguyễn Văn An xả nước", "name", "Văn An"), ("nhà ba nguyen thi lan xa nuoc", "name", "lan"),
        ("tôi là Trần Bình", "name", "Bình"), ("số nhà 12/5 ngõ 3", "house", "12/5"),
        ("trước số 12 Trần Phú", "house", "12"), ("xem https://x.vn/y", "link", "x.vn"),
    ],
)  # fmt: skip
def test_what_identifies_is_covered(text: str, kind: str, secret: str) -> None:
    found = masked(text)
    assert kind in found.kinds
    assert COVER in found.text
    assert secret not in found.text


@pytest.mark.parametrize(
    "text",
    [
        "Ngõ 12 tối om, đèn hỏng từ 20/11/2026", "Mất nước 3 ngày, thu 50.000 đ", "Bà con thôn Mỹ Ân đề nghị vá đường",
        "Các cháu lớn đi học qua cầu", "Quốc lộ 5 ùn tắc lúc 17 giờ 30", "Anh em trong tổ đã dọn",
    ],
)  # fmt: skip
def test_everyday_words_stay(text: str) -> None:
    assert masked(text).text == text
    assert suspicion(text) < SUSPECT


def test_insults_wait_for_an_officer() -> None:
    assert insults("cán bộ như đồ chó")
    assert insults("do cho chet")
    assert not insults("chó thả rông ở chợ lớn, các con sợ")
    assert suspicion("aaaaaaaaaaaaaaaaa") >= SUSPECT
    assert suspicion("mua ngay https://a.vn https://b.vn") >= SUSPECT
