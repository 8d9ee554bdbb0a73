"""Dialogue follows its programme: duties are written from the day it is switched on."""

from gandan.journal.following import follows
from gandan.journal.models import Entry
from gandan.places.models import Agency
from gandan.programmes.events import ProgrammeChanged, ProgrammeEvent, ProgrammeSwitchedOn

from . import actions
from .rules import KIND


@follows(ProgrammeSwitchedOn)
def judge_when_switched_on(event: ProgrammeSwitchedOn, entry: Entry) -> None:
    _judge(event, entry)


@follows(ProgrammeChanged)
def judge_when_changed(event: ProgrammeChanged, entry: Entry) -> None:
    _judge(event, entry)


def _judge(event: ProgrammeEvent, entry: Entry) -> None:
    agency = Agency.objects.select_related("commune").get(pk=event.agency_id)
    if event.kind == KIND and agency.commune is not None:
        actions.judge_duties(agency.commune, by=entry.actor, now=entry.at)
