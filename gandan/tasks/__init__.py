"""Duties (nhiệm vụ) given to a unit with a deadline: acknowledged, done, overdue with its cause; reminders before.

Verbs: assign_task, acknowledge, name_owner, note_progress, finish, accept, give_back, postpone, withdraw_task, remind_task.
"""
