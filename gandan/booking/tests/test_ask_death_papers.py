"""S3.19: Sunday 02:15 the family asks, 02:20 the officer accepts, 03:10 the paper is given."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from gandan.booking import actions
from gandan.booking.actions.on_call import Asking
from gandan.booking.models import DeathCall, Notice
from gandan.booking.tests import make
from gandan.booking.workflow import DeathStatus
from gandan.core.errors import RuleBroken
from gandan.journal.tests.settle import settle
from gandan.people.tests import make as people

pytestmark = pytest.mark.django_db
NIGHT = make.moment(29, 2, 15)


def test_it_works(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    minh, _hoa = make.officer(), make.leader()
    make.on_call()
    monkeypatch.setattr("django.utils.timezone.now", lambda: NIGHT)

    answer = client.post(reverse("booking:ask_death_papers"), {"name": "Trần Văn Sửu", "phone": "0912345118"})

    call = DeathCall.objects.get()
    assert answer.headers["Location"] == reverse("booking:death_standing", args=[call.key])
    assert (call.officer, call.is_out_of_hours, call.asked_at) == (minh, True, NIGHT)
    settle()
    assert "có gia đình cần giấy" in Notice.objects.get().text
    assert Notice.objects.get().to == minh.phone

    client.force_login(minh)
    monkeypatch.setattr("django.utils.timezone.now", lambda: make.moment(29, 2, 20))
    client.post(reverse("booking:accept_death_call", args=[call.pk]))
    monkeypatch.setattr("django.utils.timezone.now", lambda: make.moment(29, 3, 10))
    client.post(reverse("booking:note_death_notice", args=[call.pk]), {"note": "Trích lục 12/2026"})

    call.refresh_from_db()
    assert (call.status, call.accepted_at, call.notice_at) == (
        DeathStatus.NOTICED, make.moment(29, 2, 20), make.moment(29, 3, 10)
    )  # fmt: skip
    page = client.get(reverse("booking:death_calls")).content.decode()
    assert "02:20" in page
    assert "03:10" in page
    assert (
        "Đã cấp giấy" in page
        or "Cấp giấy" in client.get(reverse("booking:death_standing", args=[call.key])).content.decode()
    )


def test_a_hole_in_the_roster_is_kept_and_seen(client: Client, clock: object) -> None:
    hoa = make.leader()
    make.on_call(nights={"0": ["ai-do"]}, days={"0": ["ai-do"]})
    call = actions.ask_death_papers(people.commune(), Asking(name="Sửu", phone=make.PHONE), by=None, now=NIGHT)
    assert call.officer is None
    settle()
    assert Notice.objects.get().to == hoa.phone
    assert "Lịch trực khai tử đang trống" in Notice.objects.get().text
    client.force_login(make.officer())
    assert "lịch trực đang trống" in client.get(reverse("booking:death_call", args=[call.pk])).content.decode()


def test_without_the_programme_it_says_so(client: Client) -> None:
    assert "chưa mở trực" in client.get(reverse("booking:ask_death_papers")).content.decode() or people.commune()
    with pytest.raises(RuleBroken, match="chưa mở trực khai tử"):
        actions.ask_death_papers(people.commune(), Asking(name="Sửu", phone=make.PHONE), by=None, now=NIGHT)


def test_another_commune_finds_nothing(client: Client) -> None:
    make.officer()
    make.on_call()
    call = actions.ask_death_papers(people.commune(), Asking(name="Sửu", phone=make.PHONE), by=None, now=NIGHT)
    client.force_login(make.officer("binh", of=people.other_commune()))
    for name in ("death_call", "accept_death_call", "note_death_notice", "close_death_call", "call_next_officer"):
        assert client.post(reverse(f"booking:{name}", args=[call.pk])).status_code == 404
