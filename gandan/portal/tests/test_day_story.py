"""The day beyond the counter in the demonstration: through the actions, small, and seen on the pages."""

from datetime import datetime

import pytest
from django.core.management import call_command
from django.test import Client

from gandan.outreach.models import FieldSession, ListedPerson, Shift, Support
from gandan.people.models import User
from gandan.places.models import Agency
from gandan.portal.day_story import HELPS, OLD, RECEIVING, TEAMS, tell_day
from gandan.portal.demonstration import COMMUNE
from gandan.premises.models import AmenityCheck, Defect
from gandan.publishing.models import Screen

pytestmark = pytest.mark.django_db
PAGES = (
    "to-doi/", "lich-truc/", "luot-ho-tro/", "ra-soat/", "phien-luu-dong/", "co-so-vat-chat/", "man-hinh/", "may-aps/",
)  # fmt: skip


@pytest.mark.parametrize("told", ["2026-11-23 09:00", "2026-11-29 06:10"], ids=["a Monday", "a Sunday before eight"])
def test_it_works(told: str) -> None:
    now = datetime.fromisoformat(f"{told}+07:00")
    call_command("foundation", verbosity=0)
    call_command("demo", verbosity=0, people_only=True)
    people = {one.username: one for one in User.objects.filter(is_staff_member=True)}
    tell_day(Agency.objects.get(code=COMMUNE), people, now=now)
    assert Support.objects.count() == len(TEAMS) * len(HELPS)
    assert Shift.objects.filter(status="present").count() == 3 * len(TEAMS)
    assert ListedPerson.objects.count() == len(OLD) - RECEIVING
    assert ListedPerson.objects.still_open().count() == len(OLD) - RECEIVING - 2
    assert FieldSession.objects.exists()
    assert AmenityCheck.objects.exists()
    assert sorted(Defect.objects.values_list("text", flat=True)) == [
        "Hết nước uống, đã báo thay bình.", "Máy tính bên trái không mở được."
    ]  # fmt: skip
    assert Screen.objects.get().items.count() == 3
    client = Client()
    client.force_login(people["lanhdao"], backend="allauth.account.auth_backends.AuthenticationBackend")
    for page in PAGES:
        answer = client.get(f"/can-bo/{page}")
        assert answer.status_code == 200, page
