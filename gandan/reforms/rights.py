"""Who may take which step of a model. Ideas belong to a commune; the registry belongs to the province."""

from __future__ import annotations

from gandan.core.workflow import Step
from gandan.people.models import Role
from gandan.people.offices import Office

from . import workflow
from .models import Reform

KEEPERS = (Role.LEADER, Role.CLERK, Role.ADMINISTRATOR)
"""Of a commune: those who write down what it has decided."""
OF_ANYBODY = frozenset({workflow.PROPOSE.verb, workflow.MERGE.verb})


def is_own(reform: Reform, office: Office) -> bool:
    """Whether the model was born in the commune of the office, or is owned by it."""
    commune = office.agency.commune_id
    homes = {one.commune_id for one in (reform.proposed_by, reform.owner) if one is not None}
    return commune is not None and commune in homes


def keeps(reform: Reform, office: Office) -> bool:
    """Whether the office may write decisions about the model: keepers of its commune, oversight of its province."""
    if office.commune is None:
        return office.holds(Role.OVERSIGHT) and _is_below(reform, office)
    return office.holds(*KEEPERS) and is_own(reform, office)


def _is_below(reform: Reform, office: Office) -> bool:
    """Shipped models of units that left the tree belong to everybody who oversees."""
    homes = [one for one in (reform.proposed_by, reform.owner) if one is not None]
    return not homes or any(one.province_id == office.agency.pk for one in homes)


def may_take(step: Step, reform: Reform, office: Office) -> bool:
    if step.verb in OF_ANYBODY and is_own(reform, office):
        return True
    return keeps(reform, office)


def steps_for(reform: Reform, office: Office) -> list[Step]:
    """The buttons of this person on the page of the model."""
    return [step for step in reform.possible_steps() if may_take(step, reform, office)]
