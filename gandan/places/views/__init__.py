"""Pages of places, all for officers: the calendar, hours and offices, hamlets."""
