"""Surveys and consultations: what the people say of the service, and what they say of a draft before it is decided.

A `Questionnaire` (versions frozen once answered) is put by a `Survey` of one commune: drafted, open, closed, summarised,
published. One `Invitation` gives one `Reply`; the reply knows nothing of the invitation, the person or the dossier, and
holds no moment, only its week. A `Consultation` shows a document and asks; every `Opinion` gets a group, every group its
“tiếp thu, giải trình”. Law: NĐ 118/2025/NĐ-CP, Điều 31–34 (R44 eight contents, R45 sources, R46 use of results).
Requirements S1.59, S1.60, S1.21, S2.4, S4.12, S4.13, S0.31, S0.34, S0.39.
"""
