"""Which roles may take which step of a dossier. Views and the API ask it, pages show the reason."""

from gandan.people.models import Role
from gandan.people.offices import Office

from .models import Dossier
from .signing import is_signed_elsewhere

COUNTER = frozenset({str(Role.RECEPTION), str(Role.SPECIALIST), str(Role.LEADER)})
LEADERS = frozenset({str(Role.LEADER)})
WORKERS = COUNTER | {str(Role.PARTNER)}

ROLES_FOR: dict[str, frozenset[str]] = {
    "file": COUNTER,
    "scan_paper": COUNTER,
    "digitise": COUNTER,
    "take_cash": COUNTER,
    "receive": COUNTER,
    "hand_over": COUNTER,
    "hold": COUNTER,
    "finish_leg": WORKERS,
    "ask_supplement": COUNTER,
    "resubmit": COUNTER,
    "ask_payment": WORKERS,
    "confirm_payment": COUNTER,
    "approve": LEADERS,
    "return_result": COUNTER,
    "keep_scan": COUNTER,
    "bring_home": COUNTER,
    "promise_home_return": COUNTER,
    "correct": COUNTER,
    "draft_extension": COUNTER,
    "fall_back": COUNTER,
    "extend": LEADERS,
    "refuse": COUNTER,
    "withdraw": COUNTER,
    "stop": COUNTER,
}
WHO = {
    LEADERS: "Việc này của lãnh đạo.",
    COUNTER: "Việc này của cán bộ Trung tâm.",
    WORKERS: "Việc này của người được giao bước.",
}


def may(office: Office, verb: str, dossier: Dossier | None = None) -> bool:
    """Do the roles held in this office cover the verb? With the dossier, a result signed elsewhere is the Centre's to record."""
    roles = ROLES_FOR.get(verb)
    if verb == "approve" and dossier is not None and is_signed_elsewhere(dossier.legs.select_related("agency")):
        roles = COUNTER
    return roles is not None and office.holds(*roles)


def why_not(verb: str) -> str:
    return WHO.get(ROLES_FOR.get(verb, COUNTER), "Ông/bà chưa được giao việc này.")
