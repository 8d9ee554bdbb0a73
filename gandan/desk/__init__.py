"""The officer's day: what is on my desk, what is due, what changed. A face: no models, no actions.

Nouns: Inbox (open dossiers of the commune, mine first, by due moment), Piece (a partner's leg). Law: the dates come from
gandan/dossiers; nothing is counted here.
"""
