"""The law as dated data: procedures with versions, papers, forms, time limits, fees and routes, each with its citation.

Nouns: Procedure, ProcedureVersion, TimeLimit, Fee, FormDefinition, Alias. A time or fee nobody has verified is never a
promise: it is shown as unverified until a clerk confirms it with source and date.
"""
