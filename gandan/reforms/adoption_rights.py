"""Who does what in the life of an adoption: anybody of the unit, its leader, or the level above."""

from __future__ import annotations

from gandan.people.models import Role
from gandan.people.offices import Office
from gandan.places.models import Agency

from .models import Adoption, Obligation

UNIT, LEADER, ABOVE = "unit", "leader", "above"
WHOSE = {
    "study": UNIT, "submit": UNIT, "note_difficulty": UNIT,
    "approve": LEADER, "return_plan": LEADER, "switch_on": LEADER, "decline": LEADER, "ask_exemption": LEADER,
    "explain": LEADER, "pause_adoption": LEADER, "end_adoption": LEADER, "decide_next_year": LEADER,
    "exempt": ABOVE, "refuse_exemption": ABOVE, "rule_on": ABOVE, "give_time": ABOVE, "judge_effective": ABOVE,
    "judge_ineffective": ABOVE, "answer_difficulty": ABOVE, "urge_adoption": ABOVE,
}  # fmt: skip
WORDS = {
    UNIT: "Việc này của cán bộ trong đơn vị.",
    LEADER: "Việc này của lãnh đạo đơn vị.",
    ABOVE: "Việc này của cấp trên của đơn vị.",
}


def is_above(office: Office, agency: Agency) -> bool:
    """The province above a commune; the leader of a commune above its divisions."""
    if office.commune is None:
        return office.holds(Role.OVERSIGHT) and agency.province_id == office.agency.pk
    is_part = agency.commune_id == office.commune.pk and agency.pk != office.commune.pk
    return is_part and office.holds(Role.LEADER)


def why_not(office: Office, verb: str, adoption: Adoption) -> str:
    """Why this office may not take the step, "" if it may."""
    whose = WHOSE[verb]
    if whose == ABOVE:
        return "" if is_above(office, adoption.agency) or _judges_itself(office, verb, adoption) else WORDS[ABOVE]
    is_inside = office.commune is not None and adoption.agency.commune_id == office.commune.pk
    if not is_inside or office.is_partner_only or (whose == LEADER and not office.holds(Role.LEADER)):
        return WORDS[whose]
    return ""


def _judges_itself(office: Office, verb: str, adoption: Adoption) -> bool:
    """What nobody above asked for, the unit's own leader judges."""
    is_own = adoption.obligation == Obligation.OWN and verb in ("judge_effective", "judge_ineffective")
    is_inside = office.commune is not None and adoption.agency.commune_id == office.commune.pk
    return is_own and is_inside and office.holds(Role.LEADER)


def may_lead(office: Office) -> bool:
    """Applies a model in one press."""
    return office.commune is not None and office.holds(Role.LEADER)
