"""Load the demonstration: xã Chí Minh, its neighbours, its people and a fortnight of dossiers. Safe to repeat."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from gandan.dossiers.models import Dossier
from gandan.dossiers.simulation.history import Plan, simulate
from gandan.hall.actions import keep_counter
from gandan.people.actions import RoleTerm, StaffDetails, add_staff, give_role
from gandan.people.models import User
from gandan.places.actions import edit_agency, open_commune
from gandan.places.models import Agency
from gandan.portal import demonstration
from gandan.portal.conversations_story import tell as tell_conversations
from gandan.portal.day_story import tell_day
from gandan.portal.dialogue_story import tell_dialogue
from gandan.portal.feedback_story import tell_feedback
from gandan.portal.hall_story import tell_hall
from gandan.portal.hotline_story import tell_hotline
from gandan.portal.letters_story import tell as tell_letters
from gandan.portal.reform_story import PLANTED, take_up, tell_reforms
from gandan.portal.story import tell_story
from gandan.portal.surveys_story import tell as tell_surveys
from gandan.reforms.planting import plant, reform_to_plant


class Command(BaseCommand):
    help = "Nạp dữ liệu trình diễn: xã Chí Minh, thành phố Hải Phòng, cán bộ và hồ sơ mẫu."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--people-only", action="store_true", help="không nạp hồ sơ mẫu")

    def handle(self, *_: Any, **options: Any) -> None:
        commune = Agency.objects.get(code=demonstration.COMMUNE)
        if not commune.is_serving:
            self._open(commune)
        for person in demonstration.PEOPLE:
            if not User.objects.filter(username=person.username).exists():
                self._add(person, commune)
        if not options["people_only"] and not Dossier.objects.filter(commune=commune).exists():
            self._fill(commune)
        self.stdout.write("Dữ liệu trình diễn đã sẵn sàng.")

    def _fill(self, commune: Agency) -> None:
        """A year of invented history in nine communes, then a fortnight told dossier by dossier."""
        now = timezone.localtime()
        plan = Plan(
            "31", demonstration.DAYS, demonstration.DOSSIERS_A_DAY, demonstration.SEED, now, communes=9, planted=PLANTED
        )
        told = simulate(plan, say=self.stdout.write)
        plant(reform_to_plant(PLANTED.model), told.planted, started_on=timezone.localdate(plan.middle), now=now)
        people = {
            one.username: one for one in User.objects.filter(username__in=[p.username for p in demonstration.PEOPLE])
        }
        take_up(commune, people["lanhdao"], now=now)
        tell_story(commune, now=now)
        tell_reforms(commune, people, now=now)
        tell_surveys(commune, people, now=now)
        tell_day(commune, people, now=now)
        tell_hall(commune, people, now=now)
        tell_feedback(commune, people, now=now)
        tell_dialogue(commune, people, now=now)
        tell_letters(commune, people, now=now)
        tell_conversations(commune, people, now=now)
        tell_hotline(commune, people, now=now)
        call_command("figures", "refresh", months=demonstration.MONTHS, verbosity=0)

    def _open(self, commune: Agency) -> None:
        open_commune(commune, identifier=demonstration.IDENTIFIER)
        edit_agency(commune, phone=demonstration.PHONE, address=demonstration.ADDRESS)
        for number in demonstration.COUNTERS:
            keep_counter(commune, number=number)
        for code in demonstration.NEIGHBOURS:
            open_commune(Agency.objects.get(code=code))

    def _add(self, person: demonstration.Person, commune: Agency) -> None:
        agency = _agency_of(person, commune)
        details = StaffDetails(
            username=person.username, full_name=person.full_name, gender=person.gender, needs_second_factor=False,
            must_change_password=False,
        )  # fmt: skip
        user = add_staff(agency, details, password=demonstration.PASSWORD, by=None)
        for role in person.roles:
            give_role(user, RoleTerm(agency=agency, role=role, since=demonstration.SINCE), by=None)


def _agency_of(person: demonstration.Person, commune: Agency) -> Agency:
    """Where a person of the demonstration belongs: the commune, one of its parts, or the province."""
    if person.part == "province":
        assert commune.province is not None
        return commune.province
    return Agency.objects.filter(commune=commune, part=person.part).first() or commune if person.part else commune
