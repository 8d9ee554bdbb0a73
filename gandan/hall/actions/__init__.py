"""The verbs of the hall."""

from .calling import call_next, miss, put_back, recall, redirect
from .drawing import draw, leave
from .serving import finish, hold, start_serving
from .sitting import close_counter, keep_counter, open_counter, pause_counter

__all__ = [
    "call_next",
    "close_counter",
    "draw",
    "finish",
    "hold",
    "keep_counter",
    "leave",
    "miss",
    "open_counter",
    "pause_counter",
    "put_back",
    "recall",
    "redirect",
    "start_serving",
]
