"""Telephone lines and other channels that somebody always keeps (S3.16, S1.52, S2.6): their duty roster, the calls that come
in, recordings and who may hear them (S3.34, S3.35), calls to be returned, the public directory of numbers (S1.6, S0.32), and
the province's desk that hands a caller to the line of a commune (S4.5).

A call: rings → answered | missed → called back → slip in the queue of feedback. A hearing: asked → approved → heard →
concluded. Law and rules: Công văn 554/UBND-CCHC (Phụ lục 1.4, 3.9), Kế hoạch chính quyền thân thiện 2026 (TC1.1.5, TC1.3.2).
"""
