"""Duties (nhiệm vụ) given to a unit with a deadline: acknowledged, done, overdue with its cause; reminders before.

Verbs: assign, acknowledge, note_progress, finish, accept, give_back, extend_task.
"""
