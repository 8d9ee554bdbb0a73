"""The story of a feedback in words: newest first with names for officers. Reads rows the view has fetched."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.timezone import localtime

from gandan.core.vietnamese import say_moment

from .models import Feedback, FeedbackNote
from .turning import REASONS

SAID = {
    "receive": "Nhận phản ánh", "screen": "Sàng lọc, phân loại", "ask_more": "Hỏi thêm người gửi",
    "supply_more": "Người gửi bổ sung", "propose": "Lập phiếu đề xuất", "return_proposal": "Lãnh đạo trả phiếu",
    "direct": "Lãnh đạo chỉ đạo", "given": "Giao đơn vị", "alert_police": "Báo ngay Công an xã", "take_up": "Đơn vị nhận xử lý",
    "finish_part": "Xong phần việc", "report_result": "Báo kết quả", "redo": "Yêu cầu xử lý lại",
    "note_stuck": "Đang chờ", "clear_stuck": "Hết vướng", "answer": "Trả lời người gửi", "publish": "Cho hiện công khai",
    "hide": "Ẩn khỏi trang công khai", "reopen": "Mở lại", "reopen_words": "Lời người mở lại", "file_away": "Vào sổ lưu",
    "judge_attitude": "Xác minh về thái độ", "join": "Gộp", "joined_by": "Có phản ánh gộp vào", "follow": "Thêm người cùng gặp",
    "pass_on": "Chuyển cơ quan khác", "mark_spam": "Đánh dấu tin rác", "restore": "Bỏ dấu tin rác",
    "tell_overdue": "Quá hạn", "add_photos": "Thêm ảnh",
}  # fmt: skip


def officer_story(feedback: Feedback, notes: Sequence[FeedbackNote], *, today: date) -> list[dict[str, Any]]:
    """Items of `ui/parts/timeline.html`, newest on top."""
    newest = list(notes)[::-1]
    return [
        _item(one, "now" if number == 0 and feedback.is_open else "done", today, with_names=True)
        for number, one in enumerate(newest)
    ]


def public_story(feedback: Feedback, notes: Sequence[FeedbackNote], *, today: date) -> list[dict[str, Any]]:
    """Forward in time, public lines only, without any person's name."""
    shown = [one for one in notes if one.is_public or one.verb == "receive"]
    last = len(shown) - 1
    return [
        _item(one, "now" if number == last and feedback.is_open else "done", today, with_names=False)
        for number, one in enumerate(shown)
    ]


def _item(note: FeedbackNote, state: str, today: date, *, with_names: bool) -> dict[str, Any]:
    verb, _, reason = note.verb.partition(":")
    title = f"Không thuộc diện xử lý: {REASONS[reason].label.lower()}" if verb == "refuse" else SAID.get(verb, verb)
    who = f"{note.by}, " if with_names and note.by else ""
    lines = [f"{who}{say_moment(localtime(note.at), today=today)}", note.text if note.is_public or with_names else ""]
    return {"state": state, "title": title, "lines": [line for line in lines if line]}
