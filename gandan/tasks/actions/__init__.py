"""The verbs of tasks."""

from .doing import Progress, acknowledge, finish, name_owner, note_progress
from .giving import Order, accept, assign_task, give_back, postpone, remind_task, withdraw_task

__all__ = [
    "Order",
    "Progress",
    "accept",
    "acknowledge",
    "assign_task",
    "finish",
    "give_back",
    "name_owner",
    "note_progress",
    "postpone",
    "remind_task",
    "withdraw_task",
]
