"""The rules a commune may switch on: answers by field within working hours, papers checked ahead, touchpoints."""

from __future__ import annotations

from datetime import date

from gandan.places.models import Agency
from gandan.programmes.kinds import Kind, Proposal, Running, Values, declare
from gandan.programmes.parameters import Flag, Procedures, Whole
from gandan.programmes.running import running

ANSWERS, PRECHECKS, TOUCHPOINTS = "field_answers", "prechecks", "touchpoints"
HOURS = 4
"""Working hours until an answer where no programme says otherwise (S3.29: unanswered 4 working hours → his leader)."""


def _announce(values: Values) -> str:
    return f"Hỏi trên mạng, qua Zalo: xã trả lời trong {values['hours']} giờ làm việc, ghi tên người trả lời."


def _once(proposal: Proposal, other: Running) -> str:
    return f"“{other.name}” đang chạy từ ngày {other.since:%d/%m/%Y}."


declare(
    Kind(
        name=ANSWERS, label="Trả lời câu hỏi theo lĩnh vực",
        help="Mỗi lĩnh vực có một người trả lời và chịu trách nhiệm. Câu hỏi đến đúng người, quá giờ thì báo lãnh đạo.",
        changes="Giờ hẹn trả lời trên mỗi câu hỏi; câu quá giờ hiện ở trang lãnh đạo; ngoài giờ phần mềm gợi ý thủ tục ngay.",
        parameters=(
            Whole("hours", "Trả lời trong", default=HOURS, least=1, most=40, unit="giờ làm việc"),
            Flag("assistant", "Phần mềm gợi ý thủ tục ngay khi có câu hỏi", default=True),
            Flag("public", "Đăng câu hỏi hay gặp, đã ẩn thông tin cá nhân", default=True),
        ),
        measures=("answers_in_time_share", "answer_minutes"), against=(ANSWERS,), clash=_once, announce=_announce,
    ),
    Kind(
        name=PRECHECKS, label="Kiểm tra giấy tờ trước khi đến",
        help="Người dân chụp giấy tờ gửi từ nhà, công chức xem từng giấy: đạt, thiếu, chưa rõ. Đủ rồi mới đến.",
        changes="Trang hỏi đáp có mục kiểm tra giấy tờ. Đến quầy đọc mã, hồ sơ mở với thông tin đã điền.",
        parameters=(Procedures("procedures", "Thủ tục được kiểm tra trước", help="Để trống: mọi thủ tục."),),
        measures=("prechecked_dossiers", "precheck_complete_share", "precheck_counter_minutes"),
        announce=lambda values: "Chụp giấy tờ gửi trước, xã xem giúp còn thiếu gì.",
    ),
    Kind(
        name=TOUCHPOINTS, label="Chạm để biết",
        help="Mã QR hoặc thẻ NFC đặt ở nơi đông người qua lại. Chạm vào là đọc hướng dẫn, hỏi, gửi phản ánh.",
        changes="Trang “Điểm chạm” có các điểm, số lượt mở, câu hỏi và phản ánh từ từng điểm.",
        parameters=(),
        measures=("touchpoint_opens", "touchpoint_questions"),
        announce=lambda values: "Chạm hoặc quét mã tại điểm đặt để đọc hướng dẫn, hỏi xã, gửi phản ánh.",
    ),
)  # fmt: skip


def answers_rule(agency: Agency, day: date) -> Running | None:
    return next(iter(running(ANSWERS, agency, day)), None)


def hours_of(agency: Agency, day: date) -> int:
    """Working hours within which a question is answered."""
    rule = answers_rule(agency, day)
    return int(rule.values["hours"]) if rule else HOURS


def assists(agency: Agency, day: date) -> bool:
    """Does the software answer first? Unless a programme says no."""
    rule = answers_rule(agency, day)
    return bool(rule.values["assistant"]) if rule else True


def publishes(agency: Agency, day: date) -> bool:
    rule = answers_rule(agency, day)
    return bool(rule.values["public"]) if rule else True


def is_prechecked(code: str, agency: Agency, day: date) -> bool:
    """May papers of this procedure be sent ahead? Of all, where no programme names some."""
    rules = running(PRECHECKS, agency, day)
    return not rules or any(not one.values["procedures"] or code in one.values["procedures"] for one in rules)
