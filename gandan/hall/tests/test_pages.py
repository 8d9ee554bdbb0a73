"""The pages of the hall, as they are opened and pressed."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from gandan.hall import actions
from gandan.hall.models import Counter, Ticket, Zone
from gandan.hall.tests import make
from gandan.hall.workflow import Status
from gandan.people.models import Role, User
from gandan.people.tests import make as people
from gandan.programmes.actions import Switch, switch_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def minh(client: Client, clock: Any) -> User:
    user = make.officer("minh")
    client.force_login(user)
    return user


def on(kind: str, **parameters: object) -> None:
    switch_on(Switch(kind, people.commune(), "", parameters, since=make.MONDAY.date()), by=None, now=make.MONDAY)


def press(client: Client, name: str, *args: object, **data: object) -> Any:
    return client.post(reverse(f"hall:{name}", args=args), data)


def test_a_zone_without_an_open_counter_is_told(client: Client, minh: User) -> None:
    on("age_zones")
    make.open_counter()
    make.ticket(birth_year=2001)

    page = client.get(reverse("hall:panel")).content.decode()

    assert "Khu tự thực hiện có 1 người chờ mà chưa quầy nào của khu mở." in page


def test_a_morning_at_the_counter(client: Client, minh: User) -> None:
    counter = make.counter(2)
    first, second = (
        make.ticket(10, procedures=[make.procedure()]),
        make.ticket(15, priority="pregnant", priority_reason="7 tháng"),
    )
    page = client.get(reverse("hall:panel"))
    assert "Mở Quầy 2" in page.content.decode()

    press(client, "open_counter", counter.pk)
    press(client, "press_next", counter.pk, seen=0)
    text = client.get(reverse("hall:panel")).content.decode()
    assert "002" in text
    assert "Phụ nữ mang thai" in text
    assert "7 tháng" in text

    press(client, "start_serving", second.pk)
    press(client, "press_next", counter.pk, seen=second.pk)
    assert make.fresh(second).status == Status.DONE
    assert make.fresh(first).status == Status.CALLED
    text = client.get(reverse("hall:panel")).content.decode()
    assert f"?phieu={first.key}" in text


def test_pressed_twice_only_one_number_is_called(client: Client, minh: User) -> None:
    counter = make.counter()
    make.ticket(0), make.ticket(1)
    press(client, "open_counter", counter.pk)

    for _ in range(2):
        press(client, "press_next", counter.pk, seen=0)

    assert list(Ticket.objects.order_by("number").values_list("status", flat=True)) == ["called", "waiting"]


def test_missed_held_and_sent_on(client: Client, minh: User) -> None:
    here, there = make.counter(1), make.counter(2)
    ticket = make.ticket(0)
    press(client, "open_counter", here.pk)
    press(client, "press_next", here.pk, seen=0)
    press(client, "miss", ticket.pk)
    assert "Gọi lại 001" in client.get(reverse("hall:panel")).content.decode()

    press(client, "recall", ticket.pk)
    press(client, "redirect", ticket.pk, to=f"quay-{there.pk}", reason="cần đối chiếu sổ")

    sent = make.fresh(ticket)
    assert (sent.status, sent.only_counter, sent.moves) == (Status.WAITING, there, 1)


def test_a_call_for_help_is_seen_at_other_counters(client: Client, minh: User) -> None:
    mine, hers = make.counter(1), make.counter(2)
    lan = make.officer("lan")
    actions.open_counter(hers, by=lan, now=make.at(0))
    actions.call_help(hers, by=lan, now=make.at(60))
    press(client, "open_counter", mine.pk)

    assert "Quầy 2 gọi hỗ trợ" in client.get(reverse("hall:panel")).content.decode()
    press(client, "end_help", hers.pk)
    assert "gọi hỗ trợ</b>" not in client.get(reverse("hall:panel")).content.decode()


def test_the_reception_draws_with_papers_and_card(client: Client, minh: User) -> None:
    on("age_zones", threshold=40)
    make.procedure()
    address = reverse("hall:reception") + "?viec=1.001193"
    assert "Giấy chứng sinh" in client.get(address).content.decode()

    card = "001203012345||Trần Thị Mẫu|12112003|Nam|Thôn Đông|15082024"
    answer = client.post(address, {"papers": ["1.001193:birth_proof"], "card": card, "source": "desk"}, follow=True)

    ticket = Ticket.objects.get()
    assert (ticket.has_papers, ticket.birth_year, ticket.zone) == (True, 2003, Zone.SELF_SERVICE)
    assert "001" in answer.content.decode()
    assert "Khu tự thực hiện" in answer.content.decode()


def test_an_elder_has_priority_by_age_and_a_broken_card_is_refused_kindly(client: Client, minh: User) -> None:
    address = reverse("hall:reception")
    broken = client.post(address, {"card": "03109000451|x", "source": "desk"})
    assert "Xin quét lại" in broken.content.decode()
    assert not Ticket.objects.exists()

    client.post(address, {"birth_year": "1950", "source": "phone", "words": "hỏi thẻ bảo hiểm"})
    ticket = Ticket.objects.get()
    assert (ticket.priority, ticket.source) == ("elderly", "phone")


def test_a_priority_has_its_reason(client: Client, minh: User) -> None:
    refused = client.post(reverse("hall:reception"), {"priority": "ill", "source": "desk"})
    assert "Ghi điều đã thấy" in refused.content.decode()


def test_the_phone_follows_and_leaves(client: Client, minh: User) -> None:
    make.ticket(0)
    ticket = make.ticket(1)
    client.logout()
    address = reverse("hall:follow", args=[ticket.key])
    text = client.get(address).content.decode()
    assert "002" in text
    assert "Còn 1 người trước" in text
    assert "Chưa dự đoán được" in text

    for _ in range(2):
        assert client.post(reverse("hall:leave_by_phone", args=[ticket.key])).status_code == 302
    assert "đã ra về" in client.get(address).content.decode()
    assert client.get(reverse("hall:follow", args=["khong-co"])).status_code == 404


def test_leaders_set_counters_up(client: Client, minh: User) -> None:
    assert client.get(reverse("hall:counters")).status_code == 404
    client.force_login(people.staff("hoa", str(Role.LEADER), agency=people.commune()))
    make.procedure()
    client.post(reverse("hall:counters"), {"number": 3, "name": "", "zone": "self", "fields_served": ["Hộ tịch"]})

    counter = Counter.objects.get()
    assert (counter.number, counter.zone, counter.fields) == (3, Zone.SELF_SERVICE, ["Hộ tịch"])
    assert "Hộ tịch" in client.get(reverse("hall:counters") + f"?quay={counter.pk}").content.decode()
    press(client, "retire_counter", counter.pk)
    assert not Counter.objects.get().is_used


def test_the_figures_of_a_day(client: Client, minh: User) -> None:
    counter, _ = make.open_counter()
    ticket = make.ticket(0, birth_year=1990)
    actions.call_next(counter, by=minh, now=make.at(12))
    actions.finish(make.fresh(ticket), by=minh, now=make.at(20))

    text = client.get(reverse("hall:figures") + "?ngay=2026-11-23").content.decode()
    assert "12\u00a0phút" in text
    assert "Quầy 1" in text


def test_the_other_commune_finds_nothing(client: Client, clock: Any) -> None:
    counter, _ = make.open_counter()
    ticket = make.ticket(0)
    client.force_login(people.staff("binh", str(Role.RECEPTION), agency=people.other_commune()))
    for name, pk in (
        ("press_next", counter.pk),
        ("finish", ticket.pk),
        ("redirect", ticket.pk),
        ("prepare", ticket.pk),
    ):
        assert press(client, name, pk).status_code == 404, name
    assert client.get(reverse("hall:slip", args=[ticket.pk])).status_code == 404
    assert "001" not in client.get(reverse("hall:panel")).content.decode()
