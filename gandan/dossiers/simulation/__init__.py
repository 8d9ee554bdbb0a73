"""A plausible history of many dossiers, for measuring and for trying things out. Never on a database with real cases.

`world` reads communes, procedures and calendars and invents staff and applicants; `life` tells one dossier's story by the
real rules of counting; `rows` turns stories into rows; `copying` sends them to PostgreSQL; `history` puts it together.
"""
