"""Letters on events, as a commune may switch them on (S1.9, S1.13; criterion 2.4)."""

from __future__ import annotations

from datetime import date

from gandan.places.models import Agency
from gandan.programmes.kinds import Kind, Running, Values, declare
from gandan.programmes.parameters import Choices, Whole
from gandan.programmes.running import running

from .models import LetterKind

LETTERS, GREETINGS = "event_letters", "holiday_greetings"
ON_EVENTS = (LetterKind.MARRIAGE, LetterKind.BIRTH, LetterKind.CONDOLENCE)
SHORT = {"marriage": "kết hôn", "birth": "sinh con", "condolence": "có người qua đời"}


def _announce(values: Values) -> str:
    return f"Xã gửi thư khi gia đình {', '.join(SHORT[one] for one in values['kinds'])}."


declare(
    Kind(
        name=LETTERS, label="Thư của xã khi gia đình có việc vui, việc buồn",
        help="Hồ sơ được duyệt thì có ngay thư dự thảo. Công chức đối chiếu người nhận, lãnh đạo ký, rồi trao và ghi bằng chứng.",
        changes="Danh sách “Thư của xã” có thư mới theo hồ sơ; công dân có thể chọn không nhận.",
        parameters=(
            Choices(
                "kinds", "Gửi thư khi nào", options=tuple((str(one), one.label) for one in ON_EVENTS),
                default=[str(one) for one in ON_EVENTS],
            ),
            Whole("within", "Trao trong", default=2, least=1, most=10, unit="ngày làm việc"),
        ),
        measures=("marriage_letters_rate", "letters_on_time_rate"),
        announce=_announce,
    ),
    Kind(
        name=GREETINGS, label="Chủ tịch chúc mừng Nhân dân dịp năm mới, ngày lễ lớn",
        help="Trước mỗi dịp lễ, phần mềm mở việc soạn lời chúc. Chủ tịch duyệt, rồi phát trên các kênh, mỗi kênh ghi bằng chứng.",
        changes="Mục “Lời chúc ngày lễ” có việc soạn trước ngày lễ; trang của xã hiện lời chúc đã duyệt.",
        parameters=(Whole("ahead", "Mở việc trước ngày lễ", default=10, least=3, most=40, unit="ngày"),),
        measures=("greetings_kept_rate",),
        announce=lambda values: "Chủ tịch gửi lời chúc mừng dịp năm mới và các ngày lễ lớn.",
    ),
)  # fmt: skip


def letters_rule(agency: Agency, day: date) -> Running | None:
    """The nearest rule by which letters are drafted, None where the commune writes none."""
    return next(iter(running(LETTERS, agency, day)), None)


def greetings_rule(agency: Agency, day: date) -> Running | None:
    return next(iter(running(GREETINGS, agency, day)), None)
