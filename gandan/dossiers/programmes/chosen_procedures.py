"""The procedures a commune has chosen for a model out of the province's list (S4.10, S4.23)."""

from __future__ import annotations

from datetime import datetime

from gandan.programmes.kinds import Kind, Running, declare
from gandan.programmes.parameters import Procedures, Words

from ..marking import fits, mark, marks
from ..models import Dossier, UnderProgramme

CHOSEN_PROCEDURES = Kind(
    name="chosen_procedures",
    label="Danh mục thủ tục của mô hình",
    help="Xã chọn trong danh mục tỉnh công bố những thủ tục làm theo mô hình, rà soát và bổ sung dần.",
    changes="Hồ sơ của thủ tục trong danh mục được đánh dấu thuộc mô hình. Thủ tục tỉnh bãi bỏ tự ra khỏi danh mục.",
    parameters=(
        Procedures("procedures", "Thủ tục áp dụng", required=True),
        Words("model", "Cho mô hình nào", most=160, default="", required=False),
    ),
    measures=("received", "on_time_rate"),
    page=("dossiers:chosen_procedures", "Danh mục từng thủ tục"),
)
declare(CHOSEN_PROCEDURES)


@marks(CHOSEN_PROCEDURES.name)
def under_chosen_procedures(dossier: Dossier, rule: Running, now: datetime) -> UnderProgramme | None:
    return mark(dossier, rule, now) if fits(dossier, rule) else None
