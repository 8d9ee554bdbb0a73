"""One signed copy instead of two: it goes to the citizen, its scan stays (S3.31)."""

from __future__ import annotations

from datetime import datetime

from gandan.programmes.kinds import Kind, Running, declare
from gandan.programmes.parameters import Procedures, Whole

from .. import return_measures
from ..marking import fits, mark, marks
from ..models import Dossier, UnderProgramme

ONE_COPY = Kind(
    name="one_copy",
    label="Ký một bản, lưu bản quét",
    help="Ví dụ chứng thực chữ ký: trước ký 2 bản, 1 bản lưu; nay ký 1 bản trả công dân, Trung tâm lưu bản quét.",
    changes="Hồ sơ chỉ đóng được khi đã có bản quét của giấy đã ký. "
    "Bản lưu quét tra được theo khách hàng, lãnh đạo ký và tháng.",
    parameters=(
        Procedures("procedures", "Thủ tục ký một bản", required=True),
        Whole("sheets_saved", "Số tờ bớt được mỗi hồ sơ", default=1, least=1, most=20, unit="tờ"),
    ),
    measures=(return_measures.SHEETS_SAVED.name,),
)
declare(ONE_COPY)


@marks(ONE_COPY.name)
def under_one_copy(dossier: Dossier, rule: Running, now: datetime) -> UnderProgramme | None:
    return mark(dossier, rule, now) if fits(dossier, rule) else None
