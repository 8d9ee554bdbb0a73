"""Hours and appointments: office hours, extra hours, advice, wedding hand-over, on call for deaths.

What can be booked comes from programmes (`extra_hours`, `bookable_visits`, `legal_advice`, `wedding_handover`); slots are a
pure function of hours, length and staff. An `Appointment` is asked for, assigned by the leader where the service wants it,
confirmed, kept or missed. The database sees that nobody is booked twice into one place. A `DeathCall` calls the officer on
duty at any hour; walk-in hours open the hall (gandan/hall/hours.py).
"""
