"""What is shown to people: clips on screens by a playlist, with a log that proves what was played (S4.8).

More kinds of publishing (disclosure, news, radio, library) come with their own issues.
"""
