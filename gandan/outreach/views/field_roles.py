"""Who does what outside the Centre."""

from gandan.dossiers.rights import COUNTER
from gandan.people.models import Role

FIELD = tuple(sorted(COUNTER))
"""Take in dossiers, see whom a visit is for."""
PLANNERS = (Role.LEADER, Role.CLERK, Role.RECEPTION)
