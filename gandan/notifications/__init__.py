"""What we tell people: every event a citizen should hear of has its reaction in `reactions.py` and its words in
`templates/notifications/<event>.txt`. A reaction writes a `Message`; the job delivers it and keeps the proof.

Nouns: Message. Channels now: the on-screen inbox and e-mail; the ladder of further channels follows the same events.
Law: NĐ 118/2025/NĐ-CP, Điều 19, khoản 6 and Điều 22, khoản 5 make notice a duty, so each try is kept.
"""
