"""What the pages show, to whom, and how many statements they cost."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gandan.conversations import actions
from gandan.people.models import Role

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_the_list_costs_the_same_for_any_number() -> None:
    desk = make.at_desk(make.minh())
    make.thread()
    desk.get(make.OFFICER)
    with CaptureQueriesContext(connection) as few:
        desk.get(make.OFFICER)
    for number in range(15):
        make.thread(f"Câu hỏi {number}", procedure=make.procedure())
    with CaptureQueriesContext(connection) as many:
        desk.get(make.OFFICER)
    assert len(many) == len(few)


def test_late_first_and_found_by_words_phone_and_code() -> None:
    make.thread("Chuyện mới", now=make.at(0.1))
    old = make.thread("Hộ khẩu", now=make.at(-72), phone="0987654321")
    desk = make.at_desk(make.minh())
    rows = desk.get(make.OFFICER).context["rows"]
    assert rows[0] == (old, True)
    for words in ("ho khau", "0987 654 321"):
        assert [one for one, _ in desk.get(make.OFFICER, {"q": words}).context["rows"]] == [old]
    one = make.precheck()
    assert [row for row, _ in desk.get(make.OFFICER, {"q": one.code}).context["rows"]] == [one.thread]
    assert desk.get(make.OFFICER, {"loc": "giay-to"}).status_code == 200


def test_another_commune_and_partners_find_nothing() -> None:
    made, point, channel, one = make.thread(), make.touchpoint(), make.channel(), make.precheck()
    binh = make.at_desk(make.officer("binh", str(Role.LEADER), agency=make.elsewhere()))
    for address in (
        f"{make.OFFICER}{made.pk}/", f"{make.OFFICER}giay-to/{one.pk}/", f"/can-bo/diem-cham/{point.pk}/",
        f"/can-bo/kenh-cong-dong/{channel.pk}/", f"/can-bo/diem-cham/{point.pk}/ap-phich.pdf",
    ):  # fmt: skip
        assert binh.get(address).status_code == 404
    assert made.asker not in binh.get(make.OFFICER).content.decode()
    partner = make.at_desk(make.officer("congan", str(Role.PARTNER)))
    assert partner.get(make.OFFICER).status_code == 404


def test_keys_open_nothing_else() -> None:
    made = make.thread()
    assert Client().get("/hoi-dap/khong-co/").status_code == 404
    assert Client().get(f"/hoi-dap/{made.pk}/").status_code == 404
    assert Client().get("/cham/khong-co/").status_code == 404


def test_the_menu_has_its_six_doors() -> None:
    make.version()
    make.commune()
    page = Client().get("/hoi-dap/")
    labels = [door["label"] for door in page.context["menu"]]
    assert len(labels) >= 5
    assert "Hộ tịch trực tuyến" in labels
    assert Client().get("/hoi-dap/ho-tich/").status_code == 200


def test_leaders_see_figures_and_the_table() -> None:
    made = make.thread()
    actions.answer_thread(made, actions.Answer("x"), by=make.mai(), now=make.at(1))
    desk = make.at_desk(make.hoa())
    page = desk.get("/lanh-dao/hoi-dap/").content.decode()
    assert "Câu hỏi trả lời đúng giờ" in page
    assert "100,0%" in page or "100%" in page
    assert desk.get("/lanh-dao/hoi-dap/?dang=xlsx").status_code == 200
