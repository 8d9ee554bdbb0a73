"""An idea is sent to be assessed, unless the registry has it already."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.tests import ideas, make
from gandan.reforms.workflow import Status

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    minh = make.clerk()
    made = ideas.idea(minh)
    make.signed_in(minh).post(f"{ideas.ADDRESS}y-tuong/{made.code}/", {"do": "propose"})
    made.refresh_from_db()
    assert made.status == Status.PROPOSED


def test_one_that_is_in_the_registry_must_be_filed_as_replication() -> None:
    """S4.26: “4 tại chỗ tại xã X” is 80 % and more like the model of xã Đại Thành."""
    ideas.four_on_the_spot()
    minh = make.clerk()
    made = ideas.idea(
        minh, name="4 tại chỗ tại xã Chí Minh",
        summary="Hồ sơ đủ thì tiếp nhận, thẩm định, phê duyệt, trả kết quả ngay tại quầy.",
    )  # fmt: skip
    with pytest.raises(RuleBroken, match="nhân rộng"):
        actions.propose(made, by=minh, now=make.NOW)
    page = make.signed_in(minh).get(f"{ideas.ADDRESS}y-tuong/{made.code}/").content.decode()
    assert "Ghi nhận là nhân rộng" in page
    assert "Chưa gửi được" in page


def test_the_page_shows_similar_models() -> None:
    """S0.47: two similar models are shown, the author still may send."""
    make.reform("thu-nam", "Ngày thứ năm không hẹn", summary="Thứ Năm hằng tuần, hồ sơ đủ thì trả kết quả ngay.")
    make.reform(
        "khong-cho", "Ngày không chờ giải quyết thủ tục", summary="Thứ Ba và thứ Sáu, hồ sơ đủ thì giải quyết ngay."
    )
    minh = make.clerk()
    made = ideas.idea(
        minh, name="Buổi sáng trả ngay", summary="Sáng thứ Hai, hồ sơ chứng thực đủ thì trả kết quả ngay."
    )
    page = make.signed_in(minh).get(f"{ideas.ADDRESS}y-tuong/{made.code}/").content.decode()
    assert page.count("giống ") >= 2
    actions.propose(made, by=minh, now=make.NOW)


def test_sent_twice_is_refused() -> None:
    minh = make.clerk()
    made = ideas.proposed(minh)
    with pytest.raises(RuleBroken, match="đang ở bước"):
        actions.propose(made, by=minh, now=make.NOW)


def test_of_another_commune_it_is_not_found() -> None:
    made = ideas.idea(make.clerk())
    binh = make.clerk(make.other_commune(), "binh")
    assert make.signed_in(binh).post(f"{ideas.ADDRESS}y-tuong/{made.code}/", {"do": "propose"}).status_code == 404
