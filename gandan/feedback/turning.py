"""Why something is turned away, as data: the words the sender reads and where they go instead. Pure.

Complaints and denunciations are not feedback: the one-stop handles phản ánh, kiến nghị only (NĐ 309/2026/NĐ-CP, Điều 8).
"""

from __future__ import annotations

from dataclasses import dataclass

COMPLAINT, DENUNCIATION = "complaint", "denunciation"


@dataclass(frozen=True)
class Reason:
    """`link` is the name of the page to go on to, "" when there is none."""

    code: str
    label: str
    words: str
    basis: str = ""
    link: str = ""


PETITIONS = "Nghị định 309/2026/NĐ-CP, Điều 8"
REASONS = {
    one.code: one
    for one in (
        Reason(
            COMPLAINT, "Là khiếu nại",
            "Đây là khiếu nại một quyết định hoặc việc làm của cơ quan. Xin gửi đơn hoặc gặp cán bộ ở nơi tiếp công dân, "
            "để được giải quyết theo Luật Khiếu nại.",
            PETITIONS, "dialogue:public",
        ),
        Reason(
            DENUNCIATION, "Là tố cáo",
            "Đây là tố cáo, cần được giữ bí mật và giải quyết theo Luật Tố cáo. Xin gặp cán bộ ở nơi tiếp công dân. "
            "Nội dung này không hiện công khai.",
            PETITIONS, "dialogue:public",
        ),
        Reason("court", "Đang ở tòa án", "Việc này đang do tòa án giải quyết, xã không xử lý thay."),
        Reason("answered", "Đã có trả lời", "Việc này xã đã trả lời và không có tình tiết mới."),
        Reason("unclear", "Không đủ thông tin", "Không tìm được nơi hoặc việc để kiểm tra. Có thêm thông tin, xin gửi lại."),
        Reason("other", "Lý do khác", ""),
    )
}  # fmt: skip
CHOICES = [(one.code, one.label) for one in REASONS.values()]
CONFIDENTIAL = (DENUNCIATION,)
"""Never published, not even as refused."""
