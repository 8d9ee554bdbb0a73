"""Statutory reports over a period, with their invariants, on screen and as XLSX."""
