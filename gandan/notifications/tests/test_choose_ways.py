import pytest
from django.test import Client
from django.urls import reverse

from gandan.core.errors import RuleBroken
from gandan.dossiers.tests import make as dossiers
from gandan.notifications.actions import Wish, choose_ways
from gandan.notifications.models import Preference

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_it_works(client: Client) -> None:
    dossiers.commune()
    lan = dossiers.citizen()
    client.force_login(lan)
    page = client.get(reverse("notifications:preferences")).content.decode()
    assert "Zalo trước, không được thì SMS" in page
    client.post(reverse("notifications:preferences"), {"order": "sms", "wants_email": "on"})
    kept = Preference.objects.get(user=lan)
    assert (kept.order, kept.wants_email, kept.wants_ordinary) == (["sms"], True, False)


def test_only_channels_of_the_ladder() -> None:
    with pytest.raises(RuleBroken, match="Zalo, SMS"):
        choose_ways(dossiers.citizen(), Wish(["fax"]), now=dossiers.MONDAY)
