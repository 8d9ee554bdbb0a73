from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from gandan.dossiers.tests import make as dossiers
from gandan.dossiers.tests import office
from gandan.notifications.actions import hand_over, note_answers
from gandan.notifications.sending import hand

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "two_each")]


def test_the_case_shows_each_step_and_the_proof() -> None:
    one = dossiers.dossier()
    make.notice(dossier=one, proved_by="sms", proved_at=dossiers.MONDAY, status="proved")
    page = office.at_desk(office.minh()).get(reverse("notifications:of_dossier", args=[one.pk])).content.decode()
    assert "bằng chứng qua Tin nhắn SMS" in page
    assert office.at_desk(office.binh()).get(reverse("notifications:of_dossier", args=[one.pk])).status_code == 404


@pytest.mark.parametrize("name", ["index", "calls", "carries"])
def test_pages_cost_the_same_however_many_notices_there_are(name: str) -> None:
    desk = office.at_desk(office.minh())

    def cost() -> int:
        with CaptureQueriesContext(connection) as counted:
            assert desk.get(reverse(f"notifications:{name}")).status_code == 200
        return len(counted)

    status = {"calls": "calling", "carries": "handing"}.get(name, "waiting")
    facts: dict[str, Any] = {
        "status": status,
        "listed_at": dossiers.MONDAY,
        "next_at": dossiers.MONDAY if name == "index" else None,
    }
    make.notices(2, **facts)
    note_answers([hand(one) for one in hand_over(now=dossiers.MONDAY)], now=dossiers.MONDAY)
    desk.get(reverse("notifications:index"))
    few = cost()
    make.notices(8, **facts)
    assert cost() == few


def test_the_queue_says_how_much_is_left() -> None:
    make.notices(30)
    page = office.at_desk(office.minh()).get(reverse("notifications:index")).content.decode()
    assert "còn 30 tin" in page
