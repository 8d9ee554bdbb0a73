"""What happened, told once: `record(DossierReceived(...), about=dossier, by=officer)` writes one `Entry` and defers one
job per follower, in the transaction of the change itself. The entry is the audit trail, the timeline, the trigger.

Entries are append-only (a database trigger refuses change and deletion) and chained by hash per subject. They carry ids,
dates and status words only, so that a person can be forgotten without breaking history.
"""
