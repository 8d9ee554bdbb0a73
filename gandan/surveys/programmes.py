"""The programme that asks everybody after the result (S1.59, S3.30; NĐ 118/2025, Điều 31–33)."""

from gandan.programmes.kinds import Kind, Values, declare
from gandan.programmes.parameters import Whole

from .models import LEAST
from .rules import DAYS, KIND


def _announce(values: Values) -> str:
    return "Nhận kết quả xong, ông/bà được mời đánh giá, không ghi tên"


declare(
    Kind(
        name=KIND, label="Mời đánh giá sau khi trả kết quả",
        help="Mỗi hồ sơ trả xong có một đường dẫn và mã QR để đánh giá một lần. Phiếu không gắn với người, với hồ sơ.",
        changes="Trang theo dõi hồ sơ, hộp khảo sát của người dân, bảng kết quả hài lòng.",
        parameters=(
            Whole("days", "Đánh giá được trong", least=1, most=180, default=DAYS, unit="ngày"),
            Whole(
                "least", "Chưa tính tỷ lệ khi ít hơn", "Ít phiếu quá thì đoán ra được người trả lời.",
                least=5, most=100, default=LEAST, unit="phiếu",
            ),
        ),
        measures=("survey_satisfied_share", "survey_replies"),
        announce=_announce,
    ),
)  # fmt: skip
