"""Dossiers received in the extra hours carry the mark and are counted; the clock of the law does not move (A03)."""

from __future__ import annotations

from datetime import datetime

import pytest

from gandan.booking.programmes import EXTRA_HOURS
from gandan.booking.tests import make
from gandan.dossiers.marking import marks_at_reception
from gandan.dossiers.models import Channel, UnderProgramme
from gandan.dossiers.tests import make as dossiers
from gandan.dossiers.workflow import Status
from gandan.measures.registry import figures
from gandan.measures.scope import Scope

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("at", "channel", "is_marked"),
    [
        pytest.param(make.moment(24, 17, 30), Channel.COUNTER, True, id="Tuesday 17:30 at the counter"),
        pytest.param(make.moment(24, 18, 5), Channel.COUNTER, False, id="after the window"),
        pytest.param(make.moment(24, 16, 30), Channel.COUNTER, False, id="in office hours"),
        pytest.param(make.moment(27, 17, 30), Channel.COUNTER, False, id="Friday"),
        pytest.param(make.moment(24, 17, 30), Channel.ONLINE, False, id="sent online"),
    ],
)
def test_it_works(at: datetime, channel: str, is_marked: bool) -> None:  # a case
    make.programme(make.CENTRE, of=dossiers.commune())
    dossier = dossiers.dossier(Status.REGISTERED)
    dossier.channel = channel
    marks = [one for one in marks_at_reception(dossier, at) if one.kind == EXTRA_HOURS]
    assert bool(marks) == is_marked


def test_their_share_is_counted() -> None:
    held = make.programme(make.CENTRE, of=dossiers.commune())
    version = dossiers.version()
    for number in range(4):
        dossier = dossiers.dossier(Status.PROCESSING, of=version)
        if number == 0:
            term = held.terms.get()
            UnderProgramme.objects.create(
                dossier=dossier, programme=held, term=term, kind=EXTRA_HOURS, at=make.moment(24, 17, 30)
            )
    scope = Scope((dossiers.commune().pk,), make.day(1), make.day(30), make.moment(30, 23))
    told = figures(scope, "out_of_hours", "out_of_hours_share")
    assert (told["out_of_hours"].value, told["out_of_hours_share"].value) == (1, 25)
