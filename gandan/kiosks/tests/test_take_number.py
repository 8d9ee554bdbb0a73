"""A number of the hall at the machine: one a visit, to the zone of the age where zones are on (S0.18)."""

import pytest
from django.test import Client

from gandan.dossiers.tests import make as dossiers
from gandan.dossiers.tests.under import MONDAY_BEFORE, WEEK_BEFORE
from gandan.hall.models import Ticket, Zone
from gandan.kiosks import actions
from gandan.kiosks.models import Outcome, Visit
from gandan.programmes.actions import Switch, switch_on
from tests.conftest import Clock

from . import make

pytestmark = pytest.mark.django_db
OPEN = "2026-11-23 09:00"


def zones() -> None:
    switch = Switch(kind="age_zones", agency=dossiers.commune(), name="Phân luồng", parameters={}, since=MONDAY_BEFORE)
    switch_on(switch, by=None, now=WEEK_BEFORE)


def begin(clock: Clock) -> Visit:
    return actions.begin_visit(make.machine(), now=clock.set(OPEN))


def test_it_works(client: Client, clock: Clock) -> None:
    visit = begin(clock)
    address = make.address(visit, "take_number")
    for _touch in range(2):
        assert "001" in client.post(address, follow=True).content.decode()
    assert Ticket.objects.get().zone == Zone.ASSISTED
    assert make.fresh(visit).outcome == Outcome.TICKET


@pytest.mark.parametrize(
    ("told", "zone"),
    [
        pytest.param({"nam": "2001"}, Zone.SELF_SERVICE, id="25 years"),
        pytest.param({"nam": "1959"}, Zone.ASSISTED, id="67 years"),
        pytest.param({"payload": make.CARD}, Zone.SELF_SERVICE, id="a card of 36 years"),
        pytest.param({"bo-qua": "1"}, Zone.ASSISTED, id="passed over"),
    ],
)
def test_the_age_proposes_the_zone(client: Client, clock: Clock, told: dict[str, str], zone: Zone) -> None:
    zones()
    address = make.address(begin(clock), "take_number")
    assert "sinh năm nào" in client.post(address).content.decode()
    client.post(address, told)
    ticket = Ticket.objects.get()
    assert ticket.zone == zone
    other = Zone.ASSISTED if zone == Zone.SELF_SERVICE else Zone.SELF_SERVICE
    client.post(address, {"khu": other})
    ticket.refresh_from_db()
    assert (ticket.zone, ticket.first_zone) == (other, zone)


@pytest.mark.parametrize("told", [{"nam": "58"}, {"nam": "1800"}, {"payload": "https://vi.du/"}])
def test_what_cannot_be_read_is_asked_again(client: Client, clock: Clock, told: dict[str, str]) -> None:
    zones()
    visit = begin(clock)
    page = client.post(make.address(visit, "take_number"), told).content.decode()
    assert 'role="alert"' in page
    assert not Ticket.objects.exists()
    assert make.fresh(visit).errors == 1


def test_while_the_centre_is_closed_nothing_is_asked(client: Client, clock: Clock) -> None:
    zones()
    visit = begin(clock)
    clock.set("2026-11-23 19:30")
    page = client.get(make.address(visit, "take_number")).content.decode()
    assert "Trung tâm đang đóng cửa" in page
    assert "sinh năm nào" not in page
