"""How the result of a dossier goes out: on one copy with its scan, or brought home. Reads rows, writes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from gandan.programmes.kinds import Running
from gandan.programmes.running import terms_of

from .marking import fits
from .models import Dossier, HomeReturn, HomeStatus
from .promises import marks_of
from .workflow import BEFORE_SETTLING, Status

ONE_COPY, HOME_RETURN = "one_copy", "home_return"


def is_on_one_copy(dossier: Dossier) -> bool:
    return any(mark.kind == ONE_COPY for mark in marks_of(dossier))


def lacks_scan(dossier: Dossier) -> bool:
    """Done on one copy, and the signed paper is not scanned yet."""
    if not is_on_one_copy(dossier):
        return False
    result = dossier.results.last()
    return result is None or not result.file


def home_return_of(dossier: Dossier) -> HomeReturn | None:
    """No SQL where no such programme ever ran."""
    if not _home_rules(dossier):
        return None
    return HomeReturn.objects.filter(dossier=dossier).first()


def may_be_brought(dossier: Dossier) -> bool:
    """A programme brings results of this procedure home, and nobody has asked for this one yet."""
    return any(fits(dossier, rule) for rule in _home_rules(dossier)) and home_return_of(dossier) is None


def _home_rules(dossier: Dossier) -> list[Running]:
    return [one for one in terms_of(dossier.commune) if one.kind == HOME_RETURN]


@dataclass(frozen=True)
class Brought:
    """What the citizen may know of the trip: by when, or when it was made; whether nobody was met. No names."""

    due_at: datetime | None = None
    delivered_at: datetime | None = None
    is_missed: bool = False


def brought_home(dossier: Dossier) -> Brought | None:
    """None where the result is fetched, sent or not promised home. No SQL where no such programme ever ran."""
    home = home_return_of(dossier)
    if home is None:
        is_expected = dossier.status in (*BEFORE_SETTLING, Status.SETTLED) and bool(_home_rules(dossier))
        is_marked = is_expected and dossier.under.filter(kind=HOME_RETURN).exists()
        return Brought() if is_marked else None
    if home.status == HomeStatus.CANCELLED:
        return None
    return Brought(home.due_at, home.delivered_at, is_missed=home.status == HomeStatus.MISSED)
