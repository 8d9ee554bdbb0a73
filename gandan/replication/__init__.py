"""Directives that ask communes to study, pilot and replicate models: who must, by when, who has, and what follows.

A `Directive` lists models for target units (`Designation`) and clauses that become duties; a commune derives its own
letter from it, lineage kept. The clock reminds, marks what was missed, escalates; reports follow: quarterly synthesis,
six months, the yearly report.
"""
