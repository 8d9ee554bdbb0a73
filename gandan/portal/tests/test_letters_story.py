"""The demonstration shows a letter of every state."""

import pytest
from django.core.management import call_command
from django.utils import timezone

from gandan.letters.models import Contribution, Letter
from gandan.people.models import User
from gandan.places.models import Agency
from gandan.portal import demonstration
from gandan.portal.letters_story import tell

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    call_command("foundation", verbosity=0)
    call_command("demo", people_only=True, verbosity=0)
    people = {one.username: one for one in User.objects.filter(is_staff_member=True)}
    tell(Agency.objects.get(code=demonstration.COMMUNE), people, now=timezone.now())
    told = sorted(Letter.objects.values_list("status", flat=True))
    assert told == ["delivered", "drafted", "drafted", "presented", "signed"]
    assert Contribution.objects.count() == 2
