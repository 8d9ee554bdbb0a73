"""A QR for each counter, a touch screen at the exit."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.surveys import actions
from gandan.surveys.models import Station

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(clock: object) -> None:
    browser = make.signed_in(make.tam())
    page = browser.post(
        f"{make.OFFICER}diem/", {"name": "Bàn đón tiếp", "channel": "counter"}, follow=True
    ).content.decode()
    assert "<svg" in page
    assert f"/khao-sat/diem/{Station.objects.get().key}/" in page
    assert make.signed_in(make.binh()).get(f"{make.OFFICER}diem/").content.decode().count("Bàn đón tiếp") == 0


def test_no_name_twice_no_other_kind() -> None:
    actions.place_station(make.commune(), name="Quầy 1", channel="counter", by=make.tam(), now=make.NOW)
    for name, channel in (("Quầy 1", "counter"), ("Quầy 2", "paper")):
        with pytest.raises(RuleBroken):
            actions.place_station(make.commune(), name=name, channel=channel, by=make.tam(), now=make.NOW)
