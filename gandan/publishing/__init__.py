"""What is shown to people: clips on screens by a playlist, with a log that proves what was played (S4.8; A55).

A `Screen` has open hours and a playlist of `Clip`s; the plan of an hour is pure (`schedule.py`), the player reports each
`Play`, and every open hour is judged (`ShownHour`). An `Interruption` is a leader's urgent message with an end. Verbs:
keep_screen, add_clip, withdraw_clip, arrange, interrupt, end_interruption, note_plays, close_hours.
"""
