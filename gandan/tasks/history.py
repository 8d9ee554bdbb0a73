"""The way of a task in words, for people: newest on top."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.timezone import localtime

from gandan.core.vietnamese import say_moment

from .models import Task, TaskNote

SAID = {
    "assign_task": "Giao nhiệm vụ", "acknowledge": "Đơn vị nhận nhiệm vụ", "name_owner": "Phân công người làm",
    "note_progress": "Ghi tiến độ", "finish": "Báo đã làm xong", "accept": "Nghiệm thu", "give_back": "Trả lại để làm tiếp",
    "postpone": "Gia hạn", "withdraw_task": "Rút nhiệm vụ", "remind_task": "Hệ thống nhắc hạn",
}  # fmt: skip


def history(task: Task, *, today: date) -> list[dict[str, Any]]:
    """Items of `ui/parts/timeline.html`."""
    notes = list(task.notes.select_related("by"))[::-1]
    return [
        _item(note, "now" if number == 0 and task.is_open() else "done", today) for number, note in enumerate(notes)
    ]


def _item(note: TaskNote, state: str, today: date) -> dict[str, Any]:
    title = SAID[note.verb]
    if note.verb == "note_progress":
        title = f"{title}: {note.percent}%"
    who = f"{note.by}, " if note.by else ""
    lines = [f"{who}{say_moment(localtime(note.at), today=today)}", note.text]
    if note.new_due_at and note.old_due_at:
        lines.append(f"Hạn cũ {localtime(note.old_due_at):%d/%m/%Y}, hạn mới {localtime(note.new_due_at):%d/%m/%Y}.")
    if note.cause:
        lines.append(f"Nguyên nhân chậm: {note.cause}")
    return {"state": state, "title": title, "lines": [line for line in lines if line]}
