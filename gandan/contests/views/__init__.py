"""Pages of campaigns and contests, by who stands there: takes part, judges, organises, looks at the board.

Views of `judging`, `desk`, `running` and `bank` get their audience in urls.py, once for each side of the house.
"""
