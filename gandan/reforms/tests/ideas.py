"""Makers of ideas and of models on their way, for the tests of the registry's verbs."""

from __future__ import annotations

from typing import Any

from gandan.people.models import User
from gandan.places.models import Agency
from gandan.reforms import actions
from gandan.reforms.models import Reform
from gandan.reforms.tests import make

ADDRESS = "/can-bo/mo-hinh/"
GIVEN: dict[str, Any] = {
    "name": "Phiếu hẹn bằng giọng nói", "problem": "Người mắt kém không đọc được phiếu hẹn.",
    "summary": "Quầy phát một đoạn ghi âm đọc ngày hẹn vào điện thoại của người già.", "scope": "Người cao tuổi",
    "cost": "low",
}  # fmt: skip


def idea(by: User, agency: Agency | None = None, **more: Any) -> Reform:
    where = agency or by.agency
    assert where is not None
    return actions.write_idea(actions.Idea(**{**GIVEN, **more}), agency=where, by=by, now=make.NOW)


def proposed(by: User, **more: Any) -> Reform:
    made = idea(by, **more)
    actions.propose(made, by=by, now=make.NOW)
    return made


def assessed(by: User, **more: Any) -> Reform:
    made = proposed(by, **more)
    actions.assess(made, by=by, now=make.NOW)
    return made


def piloted(by: User, **more: Any) -> Reform:
    made = assessed(by, **more)
    actions.start_pilot(made, until=make.TODAY.replace(month=12), by=by, now=make.NOW)
    return made


def four_on_the_spot() -> Reform:
    return make.reform(
        "4-tai-cho", "4 tại chỗ: tiếp nhận, thẩm định, phê duyệt và trả kết quả tại Bộ phận Tiếp nhận và Trả kết quả",
        summary="Hồ sơ đủ và hợp lệ được nhận, thẩm định, lãnh đạo phê duyệt và trả kết quả ngay tại quầy.",
        owner_name="Xã Đại Thành",
    )  # fmt: skip


def refuses_strangers(code: str, word: str) -> None:
    """Somebody of another commune gets “not found”, an officer without the office to decide too."""
    binh = make.leader(make.other_commune(), "binh")
    assert make.signed_in(binh).post(f"{ADDRESS}{code}/{word}/", {"reason": "x"}).status_code == 404
