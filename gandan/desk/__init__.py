"""The officer’s day: the inbox sorted by due moment, search, keys."""
