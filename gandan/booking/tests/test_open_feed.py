"""Calendars: one appointment as a file, an officer's as a feed under a secret key; lines of 75 octets."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from gandan.booking import actions
from gandan.booking.ical import WIDTH, fold
from gandan.booking.models import CalendarFeed
from gandan.booking.tests import make
from gandan.core.errors import RuleBroken
from gandan.people.tests import make as people

pytestmark = pytest.mark.django_db


def unfolded(content: bytes) -> list[str]:
    lines = content.split(b"\r\n")
    assert all(len(line) <= WIDTH for line in lines)
    return content.replace(b"\r\n ", b"").decode().split("\r\n")


def test_it_works(client: Client, clock: object) -> None:
    one = make.appointment()
    actions.assign_officer(one, officer=make.officer(), by=make.leader(), now=make.MONDAY)
    client.force_login(make.officer())
    client.post(reverse("booking:feeds"))
    key = CalendarFeed.objects.get().key
    client.logout()

    lines = unfolded(client.get(reverse("booking:feed", args=[key])).content)

    assert "DTSTART:20261124T050000Z" in lines
    assert f"UID:lich-hen-{one.pk}@gandan" in lines
    assert not any(one.name in line or make.PHONE in line for line in lines)


def test_the_old_address_dies() -> None:
    first = actions.open_feed(people.commune(), by=make.officer(), now=make.MONDAY).key
    assert actions.open_feed(people.commune(), by=make.officer(), now=make.MONDAY).key != first
    assert CalendarFeed.objects.count() == 1
    with pytest.raises(RuleBroken):
        actions.open_feed(people.commune(), by=make.officer(), now=make.MONDAY, service="x")


def test_the_persons_own_file_tells_a_change_and_a_cancellation(client: Client) -> None:
    one = make.appointment()
    actions.move(one, starts_at=make.moment(25, 12), by=None, now=make.MONDAY)
    actions.cancel(one, by=None, now=make.MONDAY)
    lines = unfolded(client.get(reverse("booking:event", args=[one.key])).content)
    assert {"SEQUENCE:2", "STATUS:CANCELLED", "SUMMARY:Chứng thực", "TRIGGER:-PT120M"} <= set(lines)


@given(st.text(alphabet="ấđ aX,;\u0301😀", max_size=300))
def test_no_line_is_longer_than_75_octets_and_no_letter_is_cut(text: str) -> None:
    folded = fold(f"SUMMARY:{text}")
    assert all(len(line.encode()) <= WIDTH for line in folded.split("\r\n"))
    assert folded.replace("\r\n ", "") == f"SUMMARY:{text}"
