"""Beforehand from the web, at the meeting, on the spot."""

import pytest
from django.test import Client

from gandan.core.errors import RuleBroken
from gandan.dialogue import actions
from gandan.dialogue.models import Opinion

from . import make

pytestmark = pytest.mark.django_db


def test_a_question_beforehand() -> None:
    one = make.public("dialogue")
    sent = {"text": "Bao giờ có nước sạch?", "name": make.SECRET, "press": "q1", "website": ""}
    address = f"/tiep-cong-dan/buoi/{one.key}/cau-hoi/"
    Client().post(address, sent)
    Client().post(address, sent)
    opinion = Opinion.objects.get()
    assert (opinion.source, opinion.number) == ("before", 1)
    assert "nước sạch" not in Client().get(f"/tiep-cong-dan/buoi/{one.key}/").content.decode()


def test_on_the_spot() -> None:
    one = make.occasion("visit", make.at(-0.1))
    make.signed_in(make.thu()).post(f"{make.BASE}buoi/{one.pk}/y-kien/", {"text": "Cống tắc", "press": "a"})
    opinion = Opinion.objects.get()
    assert (opinion.source, opinion.hamlet) == ("spot", make.hamlet())


def test_too_late_for_the_web() -> None:
    voice = actions.Voice(text="Muộn", source="before")
    with pytest.raises(RuleBroken, match="không còn nhận"):
        actions.raise_opinion(make.held(), voice, by=None, now=make.NOW)


def test_a_reception_takes_petitions() -> None:
    with pytest.raises(RuleBroken, match="nhận đơn"):
        actions.raise_opinion(make.public(), actions.Voice(text="x"), by=make.thu(), now=make.NOW)
