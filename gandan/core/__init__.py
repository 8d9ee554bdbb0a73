"""Ground under every app: settings from the environment, the embedded database, errors for people, steps of a life, secrets.

No law and no noun of the field lives here.
"""
