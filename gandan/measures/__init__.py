"""A figure is defined once: a name, a unit, a formula in words, one query, and the rows behind it.

Domain apps declare their figures in their own `measures.py`; dashboards, reports, scorecards and public pages read them
here by name. Missing is not zero: a figure with an empty denominator has no value.
"""
