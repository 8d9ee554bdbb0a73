"""Directives that ask communes to study, pilot and replicate models: who must, by when, who has, and what follows.

A `Directive` lists models for target units (`Designation`) and clauses that become duties (gandan/tasks); a commune derives
its own letter from it, lineage kept. Receipts and read marks prove that it arrived. Each quarter a `Synthesis` names who did
not deploy, with the unit's explanation before a ruling; a `ReportRound` gathers six-month reports. Verbs: draft_directive,
add_clause, designate, issue, derive, read_directive, urge, compile_synthesis, send_synthesis, open_round, send_report …
"""
