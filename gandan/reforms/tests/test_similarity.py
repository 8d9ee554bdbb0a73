"""How alike two models are: name and description, with marks and without."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.reforms.loading import drafts
from gandan.reforms.similarity import SAME, Alike, Described, likeness, nearest

SHIPPED = [
    Described(number, str(one.facts["name"]), str(one.facts["summary"])) for number, one in enumerate(drafts(), start=1)
]
TEXT = st.text(alphabet="abcdđêơưáàạ tại xã4:“”()", max_size=40)


def described(name: str, text: str) -> Described:
    return Described(0, name, text)


SAME_MODEL = {
    "another place": ("4 tại chỗ tại xã Thanh Hà", "Nhận, thẩm định, phê duyệt, trả kết quả tại quầy.", "4 tại chỗ"),
    "no marks": ("4 tai cho", "Tiep nhan, tham dinh, phe duyet va tra ket qua ngay tai quay.", "4 tại chỗ"),
    "in words": ("Mô hình “Bốn tại chỗ”", "Tiếp nhận, thẩm định, phê duyệt, trả kết quả ngay.", "4 tại chỗ"),
    "another day": ("Ngày thứ Sáu không hẹn", "Thứ Sáu hằng tuần hồ sơ đủ giấy tờ được trả ngay", "Ngày thứ năm"),
    "the short name": ("Máy APS", "Máy để người dân tự nộp hồ sơ và nhận kết quả.", "Máy nhận - trả"),
    "a named place": ("Nhóm Zalo hỗ trợ công dân xã Chí Minh", "Nhóm Zalo để hỏi đáp.", "Nhóm Zalo Hỗ trợ Công dân"),
}


@pytest.mark.parametrize(("name", "text", "model"), SAME_MODEL.values(), ids=SAME_MODEL)
def test_the_same_model_under_another_name(name: str, text: str, model: str) -> None:
    best = nearest(described(name, text), SHIPPED)[0]
    assert SHIPPED[best.key - 1].name.startswith(model)
    assert best.score >= SAME


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("Thư viện sách ở nhà văn hóa", "Cho thiếu nhi mượn sách cuối tuần.", id="a library"),
        pytest.param("Phiếu hẹn bằng giọng nói", "Đọc ngày hẹn vào điện thoại của người già.", id="a voice"),
        pytest.param("Chợ phiên nông sản sạch", "Mỗi tháng một phiên, có kiểm tra an toàn thực phẩm.", id="a market"),
    ],
)
def test_another_thing_is_new(name: str, text: str) -> None:
    assert all(one.score < SAME for one in nearest(described(name, text), SHIPPED))


def test_no_two_shipped_models_are_the_same() -> None:
    pairs = [
        (likeness(one, other), one.name, other.name) for one in SHIPPED for other in SHIPPED if one.key < other.key
    ]
    assert [pair for pair in pairs if pair[0] >= SAME] == []


def test_nothing_is_alike_to_nothing() -> None:
    assert likeness(described("", ""), described("4 tại chỗ", "")) == 0
    assert nearest(described("", ""), SHIPPED) == []


def test_a_percentage_is_rounded_down() -> None:
    assert Alike(1, 0.7999).percent == 79
    assert Alike(1, 0.8).percent == 80


@given(TEXT, TEXT, TEXT, TEXT)
def test_between_0_and_1_and_the_same_both_ways(name: str, text: str, other_name: str, other_text: str) -> None:
    one, other = Described(1, name, text), Described(2, other_name, other_text)
    assert 0 <= likeness(one, other) <= 1.0001
    assert likeness(one, other) == pytest.approx(likeness(other, one))
