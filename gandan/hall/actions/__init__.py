"""The verbs of the hall."""

from .at_kiosk import choose_zone, draw_once
from .calling import call_next, miss, put_back, recall, redirect
from .drawing import draw, leave
from .groups import (
    agree_group,
    close_group,
    confirm_member,
    dissolve_group,
    guide_pioneer,
    let_guide,
    propose_group,
)
from .keypad import key_next, press_next
from .preparing import prepare, tell_near, write_for
from .serving import finish, finish_matter, hold, start_serving
from .sitting import (
    call_help,
    close_counter,
    end_help,
    keep_counter,
    open_counter,
    pause_counter,
    retire_counter,
)
from .voicing import drop_voice, keep_voice

__all__ = [
    "agree_group", "call_help", "call_next", "choose_zone", "close_counter", "close_group", "confirm_member", "dissolve_group",
    "draw", "draw_once", "drop_voice",
    "end_help", "finish", "finish_matter", "guide_pioneer", "hold", "keep_counter", "keep_voice", "key_next", "leave", "let_guide",
    "miss", "open_counter", "pause_counter", "prepare", "press_next", "propose_group", "put_back", "recall", "redirect",
    "retire_counter", "start_serving", "tell_near", "write_for",
]  # fmt: skip
