"""A dossier marked with the programme of the place it was taken in at."""

from __future__ import annotations

import pytest

from gandan.dossiers import actions
from gandan.dossiers.models import UnderProgramme
from gandan.journal.models import Entry
from gandan.programmes.running import in_term

from . import make, under

pytestmark = pytest.mark.django_db


def test_it_works_once() -> None:
    made = under.home_return()
    dossier = make.dossier()
    [rule] = in_term("home_return", make.commune(), make.MONDAY.date())
    for _ in range(2):
        actions.put_under(dossier, rule=rule, by=None, now=make.MONDAY)
    mark = UnderProgramme.objects.get(dossier=dossier)
    assert (mark.programme, mark.kind, mark.at) == (made, "home_return", make.MONDAY)
    assert Entry.objects.filter(kind="DossierPutUnder").count() == 1
