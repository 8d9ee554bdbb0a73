"""The programme that promises free amenities (S0.4, S0.20)."""

from gandan.programmes.kinds import Kind, Proposal, Running, Values, declare
from gandan.programmes.parameters import Hour, Whole, Wholes

from .rules import FIX_DAYS, KIND, WARN_DAYS

EVERY = tuple(range(1, 13))


def _clash(proposal: Proposal, other: Running) -> str:
    """The same amenities are not promised twice; others may join."""
    shared = sorted(set(proposal.values["numbers"]) & set(other.values["numbers"]))
    if not shared:
        return ""
    said = ", ".join(map(str, shared))
    return f"“{other.name}” đã phục vụ tiện ích số {said} từ ngày {other.since:%d/%m/%Y}."


def _announce(values: Values) -> str:
    return f"{len(values['numbers'])} tiện ích miễn phí tại Trung tâm, kiểm tra mỗi sáng"


declare(
    Kind(
        name=KIND, label="Tiện ích miễn phí tại Trung tâm",
        help="Mỗi tiện ích có người phụ trách và mã QR, được kiểm tra mỗi sáng. Người dân báo hỏng bằng điện thoại, không cần tên.",
        changes="Trang tiện ích công khai, vòng kiểm tra đầu ngày, hạn sửa khi có hỏng hóc.",
        parameters=(
            Wholes(
                "numbers", "Tiện ích phục vụ", "Số trong danh mục tiện ích của xã. Danh mục mẫu có 12 tiện ích.",
                default=EVERY, most=99,
            ),
            Hour("checked_by", "Kiểm tra xong trước", default="08:30"),
            Whole("fix_days", "Sửa xong trong", least=1, most=30, default=FIX_DAYS, unit="ngày làm việc"),
            Whole("warn_days", "Nhắc thay đồ có hạn dùng trước", least=1, most=90, default=WARN_DAYS, unit="ngày"),
        ),
        measures=("amenities_working_share", "defects_fixed_days"),
        against=(KIND,),
        clash=_clash,
        announce=_announce,
    ),
)  # fmt: skip
