"""Taking a clip off every screen."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.people.tests import make as people
from gandan.publishing import actions
from gandan.publishing.models import Play
from gandan.publishing.tests import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    led = make.led()
    make.show(led, 8, 10)
    clip = led.clips_in_order()[2]

    people.signed_in(make.huy()).post(f"/can-bo/man-hinh/clip/{clip.pk}/go/")

    assert clip not in led.clips_in_order()
    assert Play.objects.filter(clip=clip).count() == 20, "the log keeps what was shown"


def test_once() -> None:
    clip = make.clip()
    actions.withdraw_clip(clip, by=make.huy(), now=make.at(6))
    with pytest.raises(RuleBroken, match="đã được gỡ"):
        actions.withdraw_clip(clip, by=make.huy(), now=make.at(6))
