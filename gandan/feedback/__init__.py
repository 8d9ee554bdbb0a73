"""Feedback (phản ánh, kiến nghị): one queue for every channel, from screening to the reply, the rating and the book.

Nouns: feedback, proposal, direction, handling by units, follower, opinion box, weekly source, street, household, round.
Two limits stand side by side: the promise of the commune (S3.16) and the national 2/5/15/2 working days; NĐ 20/2008/NĐ-CP
for passing on. Complaints and denunciations are not feedback (NĐ 309/2026/NĐ-CP): screening passes them on.
"""
