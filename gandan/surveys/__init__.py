"""Surveys: questionnaires, ratings after a result and consultations: one answer per invitation, anonymous in storage (NĐ 118/2025, Điều 31–33)."""
