"""A leader's urgent message on all screens."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from gandan.core.errors import RuleBroken
from gandan.people.tests import make as people
from gandan.publishing import actions
from gandan.publishing.models import Interruption
from gandan.publishing.tests import make

pytestmark = pytest.mark.django_db
WORDS = "Nước sông lên nhanh. Bà con thôn Đông vào nhà văn hóa"


def test_it_works(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: make.at(8))
    led = make.led()

    people.signed_in(make.hoa()).post("/can-bo/man-hinh/khan-cap/", {"words": WORDS, "minutes": "30"})

    told = client.get(f"/man-hinh/led/{led.key}/", {"dang": "json"}).json()
    assert told["interruption"]["words"] == WORDS
    monkeypatch.setattr(timezone, "now", lambda: make.at(8, 31))
    assert client.get(f"/man-hinh/led/{led.key}/", {"dang": "json"}).json()["interruption"] is None


def test_only_a_leader_may() -> None:
    people.signed_in(make.huy()).post("/can-bo/man-hinh/khan-cap/", {"words": WORDS, "minutes": "30"})
    assert not Interruption.objects.exists()


@pytest.mark.parametrize("hours", [0, -1, 100])
def test_it_has_an_end_that_is_near(hours: int) -> None:
    with pytest.raises(RuleBroken, match="giờ kết thúc"):
        interrupt(hours)


def test_a_new_one_takes_the_place_of_the_old() -> None:
    first = interrupt(2)
    second = interrupt(3)
    assert list(Interruption.objects.holding(make.at(8))) == [second]
    assert Interruption.objects.get(pk=first.pk).until == make.at(8)


def interrupt(hours: int) -> Interruption:
    until = make.at(8) + timedelta(hours=hours)
    return actions.interrupt(people.commune(), words=WORDS, until=until, by=make.hoa(), now=make.at(8))
