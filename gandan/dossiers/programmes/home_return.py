"""Results brought home, with a letter and guidance where there is a happy event (S1.15, S4.15)."""

from __future__ import annotations

from datetime import datetime

from gandan.programmes.kinds import Kind, Running, declare
from gandan.programmes.parameters import Choices, Procedures, Whole, Words

from .. import return_measures
from ..marking import fits, mark, marks
from ..models import Dossier, HomeGroup, UnderProgramme
from ..occasions import occasion

CANNOT_TRAVEL = tuple(str(one) for one in HomeGroup if one not in (HomeGroup.NEWBORN, HomeGroup.NEWLYWED))
LETTERS = (("birth", "Thư chúc mừng sinh con"), ("marriage", "Thư chúc mừng kết hôn"))

HOME_RETURN = Kind(
    name="home_return",
    label="Trả kết quả tại nhà",
    help="Cho người không có khả năng đi lại khi có đề nghị, và cho gia đình có việc vui kèm thư chúc mừng.",
    changes="Hồ sơ có kết quả thì sinh việc mang đến nhà, hạn tính theo ngày làm việc. "
    "Công dân thấy ngày mang đến trên trang theo dõi.",
    parameters=(
        Procedures("procedures", "Thủ tục trả tại nhà", required=True),
        Choices(
            "groups", "Cho ai", options=tuple(HomeGroup.choices), default=list(CANNOT_TRAVEL),
            help="“Mới sinh con”, “mới cưới” được mang đến không cần đề nghị. Các nhóm khác khi có đề nghị.",
        ),
        Whole("within", "Mang đến trong", default=1, least=1, most=10, unit="ngày làm việc"),
        Words(
            "companions", "Đoàn cùng đi", required=False, default="",
            help="Ví dụ: Trưởng Trạm Y tế, đại diện đoàn thể, Trưởng khu vực.",
        ),
        Choices("letter", "Thư của xã", options=LETTERS, required=False, default=[]),
        Words("leaflet", "Tài liệu trao kèm", required=False, default="", most=6000, is_long=True,
              help="Mỗi dòng một đoạn, ví dụ hướng dẫn chăm sóc trẻ sơ sinh. In kèm thư."),
    ),
    measures=(return_measures.HOME_RETURNS.name, return_measures.HOME_RETURNS_ON_TIME.name),
)  # fmt: skip
declare(HOME_RETURN)


@marks(HOME_RETURN.name)
def under_home_return(dossier: Dossier, rule: Running, now: datetime) -> UnderProgramme | None:
    """Happy events are known from the declaration. Who cannot travel asks, and is marked then (`promise_home_return`)."""
    if not fits(dossier, rule):
        return None
    event = occasion(dossier.answers)
    return mark(dossier, rule, now) if event and event.group in rule.values["groups"] else None
