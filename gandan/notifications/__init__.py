"""What we tell people. A reaction (`reactions/<app>.py`) calls `actions.tell`; the words stand in
`templates/notifications/<event>.txt`, or in a version of them that the commune has written.

Nouns: Notice (what one person must be told because of one journal entry), Message (one try by one channel), Preference,
TextVersion, Supplier. A notice goes down a ladder (`ladder.py`): Zalo, SMS, a call by an officer, a letter or the hamlet head,
each for its time, until there is proof that it arrived; the inbox on screen, e-mail and push stand beside the ladder.
Law: NĐ 118/2025/NĐ-CP, Điều 19, khoản 6 and Điều 22, khoản 5 make notice a duty, so each try is kept.
"""
