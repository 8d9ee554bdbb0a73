"""S0.10: a question about inheritance from somebody who walked in, counted by field in the month."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from gandan.booking import actions
from gandan.booking.actions.advising import Talk
from gandan.booking.models import Advice
from gandan.booking.tests import make
from gandan.core.errors import RuleBroken
from gandan.people.tests import make as people

pytestmark = pytest.mark.django_db
TOLD = {
    "field": "Thừa kế",
    "question": "Cha mất, không di chúc, chia thế nào?",
    "answer": "Theo hàng thừa kế, Điều 651.",
    "minutes": 25,
}


def talk(**more: object) -> Talk:
    return Talk(**(TOLD | more))  # type: ignore[arg-type]  # by name


def test_it_works(client: Client, clock: object) -> None:
    client.force_login(make.officer())
    client.post(reverse("booking:note_advice"), TOLD)
    one = Advice.objects.get()
    assert (one.field, one.minutes, one.officer) == ("Thừa kế", 25, make.officer())
    page = client.get(reverse("booking:advice")).content.decode()
    assert "Thừa kế" in page
    assert "25 phút" in page.replace("\xa0", " ")


def test_once_for_an_appointment() -> None:
    one = make.appointment()
    actions.note_advice(people.commune(), talk(appointment=one), by=make.officer(), now=make.MONDAY)
    with pytest.raises(RuleBroken, match="đã ghi"):
        actions.note_advice(people.commune(), talk(appointment=one), by=make.officer(), now=make.MONDAY)


@pytest.mark.parametrize("wrong", [{"question": " "}, {"answer": ""}, {"minutes": 0}, {"minutes": 999}])
def test_what_is_missing_is_asked(wrong: dict[str, object]) -> None:
    with pytest.raises(RuleBroken):
        actions.note_advice(people.commune(), talk(**wrong), by=make.officer(), now=make.MONDAY)


def test_another_commune_reads_nothing(client: Client) -> None:
    one = actions.note_advice(people.commune(), talk(), by=make.officer(), now=make.MONDAY)
    client.force_login(make.officer("binh", of=people.other_commune()))
    assert client.get(reverse("booking:advice_talk", args=[one.pk])).status_code == 404
