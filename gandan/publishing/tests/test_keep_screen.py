"""Setting up a screen."""

from __future__ import annotations

from datetime import time

import pytest

from gandan.core.errors import RuleBroken
from gandan.people.models import Role
from gandan.people.tests import make as people
from gandan.publishing import actions
from gandan.publishing.actions import ScreenDraft
from gandan.publishing.models import Screen
from gandan.publishing.tests import make

pytestmark = pytest.mark.django_db
TYPED = {"name": "Cổng chợ", "place": "Chợ Mới", "opens_at": "06:00", "closes_at": "22:00", "is_used": "on"}


def test_it_works() -> None:
    desk = people.signed_in(make.huy())

    answer = desk.post("/can-bo/man-hinh/them/", TYPED)

    made = Screen.objects.get()
    assert answer.headers["Location"] == f"/can-bo/man-hinh/{made.pk}/"
    desk.post(f"/can-bo/man-hinh/{made.pk}/sua/", {**TYPED, "closes_at": "21:00"})
    changed = Screen.objects.get()
    assert (changed.closes_at, changed.key) == (time(21), made.key)


def test_a_screen_must_be_open_for_an_hour() -> None:
    with pytest.raises(RuleBroken, match="một giờ tròn"):
        actions.keep_screen(people.commune(), ScreenDraft("A", "", time(9), time(9, 30)), by=make.huy(), now=make.at(5))


def test_two_screens_have_two_names() -> None:
    make.screen()
    with pytest.raises(RuleBroken, match="Chọn tên khác"):
        make.screen()


def test_only_keepers_may() -> None:
    minh = people.staff("minh", str(Role.RECEPTION))
    assert people.signed_in(minh).post("/can-bo/man-hinh/them/", TYPED).status_code == 404


def test_another_commune_sees_nothing() -> None:
    made = make.led()
    binh = people.staff("binh", str(Role.COMMUNICATIONS), agency=people.other_commune())
    desk = people.signed_in(binh)

    assert desk.get(f"/can-bo/man-hinh/{made.pk}/").status_code == 404
    assert "Vòng xoay" not in desk.get("/can-bo/man-hinh/").content.decode()
    for verb in ("sua", "danh-sach"):
        assert desk.post(f"/can-bo/man-hinh/{made.pk}/{verb}/", TYPED).status_code == 404
