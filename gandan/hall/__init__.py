"""The waiting hall of the Centre: tickets, counters, calls.

A `Ticket` is one visit with one or several matters; it is drawn (kiosk, desk, phone, receipt), waits, is called to a
`Counter`, served, done. Who is next is one pure function (`ordering.py`). Waiting, walking and serving are kept apart
from the first day. Verbs: draw, call_next, recall, start_serving, finish, hold, put_back, redirect, miss, leave. Law:
NĐ 118/2025/NĐ-CP, Điều 13 (priority, automatic queueing).
"""
