"""Questions before coming: threads by field with a clock, papers checked ahead, channels of the community, touchpoints.

Nouns: `Thread` (one person's question) and its `Turn`s, `Precheck` (papers photographed at home, a verdict on each),
`FieldDuty` (who answers for a field), `CommunityChannel` with its `Post`s, `Touchpoint` (a QR or NFC mark somewhere).
Verbs: ask, write on, answer, reassign, escalate, close, publish; begin a precheck, send papers, judge them, open the dossier.
States: open → answering → answered → closed; escalated when the answer is late. Source: S0.3, S0.42, S3.29, S4.9, S2.10.
"""
