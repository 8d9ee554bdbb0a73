"""The dossier (hồ sơ): from the citizen's draft to the result in hand.

Nouns: Draft, Dossier, Paper, Leg, Pause, Extension, Result, Payment. Verbs: submit, receive, hand_over, finish_leg,
ask_supplement, resubmit, ask_payment, confirm_payment, approve, extend, refuse, withdraw, stop, return_result, correct.
Law: NĐ 118/2025/NĐ-CP as amended (one-stop), TT 03/2025/TT-VPCP (forms), QĐ 766/QĐ-TTg (the second clock).
"""
