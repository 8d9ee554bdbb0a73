"""Feedback: one queue of reports, opinions and requests of the people, from every channel, with its limits (NĐ 20/2008; S3.16)."""
