"""Who works with appointments in a commune."""

from gandan.people.models import Role

STAFF = (Role.RECEPTION, Role.SPECIALIST, Role.LEADER, Role.CLERK)
