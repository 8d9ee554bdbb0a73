"""Where and when: the agency tree, hamlets, office sessions, and the legal calendar with its counting rules."""
