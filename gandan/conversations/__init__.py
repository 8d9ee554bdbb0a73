"""Conversations: questions and answers as threads by field, pre-check of papers before coming, touchpoints."""
