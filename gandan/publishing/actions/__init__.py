"""The verbs of publishing on screens."""

from .clips import ClipDraft, add_clip, arrange, withdraw_clip
from .interrupting import end_interruption, interrupt
from .log import Reported, close_hours, note_plays
from .screens import ScreenDraft, keep_screen

__all__ = [
    "ClipDraft", "Reported", "ScreenDraft", "add_clip", "arrange", "close_hours", "end_interruption", "interrupt",
    "keep_screen", "note_plays", "withdraw_clip",
]  # fmt: skip
