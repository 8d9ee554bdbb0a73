"""How often a machine's doors may be tried. The address of a machine is no secret to whoever stands before it."""

from datetime import datetime, timedelta

from gandan.core.actions import count_try, forget_tries
from gandan.core.secrets import blind_index

from .models import Machine

CODES, CODES_PER = 5, timedelta(minutes=10)
VISITS, VISITS_PER = 240, timedelta(hours=1)
BEATS, BEATS_PER = 30, timedelta(minutes=1)
LOOK_UPS, LOOK_UPS_PER_CODE, LOOK_UPS_PER = 40, 5, timedelta(minutes=10)


def may_try_code(machine: Machine, *, now: datetime) -> bool:
    """Five wrong codes in ten minutes; a right one clears them."""
    return count_try(f"kiosk-code:{machine.pk}", now=now, limit=CODES, per=CODES_PER)


def code_was_right(machine: Machine) -> None:
    forget_tries(f"kiosk-code:{machine.pk}")


def may_begin(machine: Machine, *, now: datetime) -> bool:
    return count_try(f"kiosk-visit:{machine.pk}", now=now, limit=VISITS, per=VISITS_PER)


def may_beat(machine: Machine, *, now: datetime) -> bool:
    return count_try(f"kiosk-beat:{machine.pk}", now=now, limit=BEATS, per=BEATS_PER)


def may_look_up(machine: Machine, code: str, *, now: datetime) -> bool:
    """Per machine, and per dossier code wherever it is tried."""
    here = count_try(f"kiosk-look-up:{machine.pk}", now=now, limit=LOOK_UPS, per=LOOK_UPS_PER)
    door = blind_index(code, column="core_trycount.what")
    return count_try(f"look-up:{door}", now=now, limit=LOOK_UPS_PER_CODE, per=LOOK_UPS_PER) and here
