from datetime import datetime

import pytest
from django.urls import reverse

from gandan.core.errors import RuleBroken
from gandan.dossiers.tests import make as dossiers
from gandan.dossiers.tests import office
from gandan.notifications.actions import note_call
from gandan.notifications.models import Notice

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "two_each")]
NOW = dossiers.MONDAY
END = datetime.fromisoformat("2026-11-24 17:00+07:00")


def waiting() -> Notice:
    return make.notice(status="calling", listed_at=NOW, next_at=END, name="Trần Thị Tám")


def test_it_works() -> None:
    one = waiting()
    desk = office.at_desk(office.minh())
    page = desk.get(reverse("notifications:calls")).content.decode()
    assert "Trần Thị Tám" in page
    assert one.phone in page
    desk.post(reverse("notifications:note_call", args=[one.pk]), {"result": "told"})
    one.refresh_from_db()
    assert (one.status, one.proved_by, one.next_at) == ("proved", "call", None)
    assert one.messages.get().by == office.minh()


def test_a_wrong_number_and_three_calls_nobody_answers_go_to_paper() -> None:
    wrong, silent = waiting(), waiting()
    note_call(wrong, result="wrong_number", by=office.minh(), now=NOW)
    for _ in range(3):
        silent.refresh_from_db()
        assert silent.status == "calling"
        note_call(silent, result="no_answer", by=office.minh(), now=NOW)
    assert set(Notice.objects.values_list("status", flat=True)) == {"handing"}


def test_what_has_arrived_is_called_no_more() -> None:
    one = make.notice(status="proved")
    with pytest.raises(RuleBroken, match="không phải gọi nữa"):
        note_call(one, result="told", by=office.minh(), now=NOW)


def test_another_commune_sees_and_notes_nothing() -> None:
    one = waiting()
    desk = office.at_desk(office.binh())
    assert "Trần Thị Tám" not in desk.get(reverse("notifications:calls")).content.decode()
    assert desk.post(reverse("notifications:note_call", args=[one.pk]), {"result": "told"}).status_code == 404
