"""A leader gives a unit a duty."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.journal.models import Entry
from gandan.people.models import Role
from gandan.people.tests.make import NOW, division, other_commune, signed_in, staff
from gandan.tasks import actions
from gandan.tasks.models import Task

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(clock: object) -> None:
    centre, culture = make.centre(), division(make.commune())
    leader = signed_in(make.hoa())
    form = {
        "title": "Tuyên truyền mô hình",
        "agencies": [centre.pk, culture.pk],
        "due_on": "25/12/2026",
        "priority": "2",
    }
    assert leader.post("/lanh-dao/nhiem-vu/moi/", form).status_code == 302
    assert {task.agency for task in Task.objects.all()} == {centre, culture}
    page = signed_in(make.minh()).get("/can-bo/nhiem-vu/").content.decode()
    assert "Tuyên truyền mô hình" in page
    assert "còn 32 ngày" in page


def test_before_a_day_ends_the_evening_before(clock: object) -> None:
    form = {
        "title": "Gửi báo cáo",
        "agencies": [make.centre().pk],
        "due_on": "25/12/2026",
        "is_strict": "on",
        "priority": "2",
    }
    signed_in(make.hoa()).post("/lanh-dao/nhiem-vu/moi/", form)
    assert f"{Task.objects.get().due_at:%d/%m %H:%M}" == "24/12 16:59"  # 23:59 in Việt Nam, kept as UTC


def test_a_deadline_in_the_past_is_refused() -> None:
    with pytest.raises(RuleBroken, match="đã qua"):
        actions.assign_task(make.order(due_in=-1), by=make.hoa(), now=NOW)
    assert not Task.objects.exists()


def test_a_unit_elsewhere_is_refused() -> None:
    with pytest.raises(RuleBroken, match="không thuộc"):
        actions.assign_task(make.order(agency=other_commune()), by=make.hoa(), now=NOW)


def test_one_refused_unit_leaves_nothing(clock: object) -> None:
    form = {"title": "Gửi báo cáo", "agencies": [make.centre().pk], "due_on": "20/11/2026", "priority": "2"}
    answer = signed_in(make.hoa()).post("/lanh-dao/nhiem-vu/moi/", form)
    assert answer.status_code in (302, 409)
    assert not Task.objects.exists()


def test_it_is_in_the_journal() -> None:
    task = make.task()
    assert [one.kind for one in Entry.objects.about(task)] == ["TaskAssigned"]


def test_another_commune_sees_nothing(clock: object) -> None:
    task = make.task()
    binh = signed_in(staff("binh", str(Role.LEADER), agency=other_commune()))
    for word in ("", "nhan/", "tien-do/", "lam-xong/", "phan-cong/"):
        assert binh.get(f"/can-bo/nhiem-vu/{task.pk}/{word}").status_code == 404
    for word in ("", "nghiem-thu/", "tra-lai/", "gia-han/", "rut/"):
        assert binh.get(f"/lanh-dao/nhiem-vu/{task.pk}/{word}").status_code == 404
    assert task.title not in binh.get("/can-bo/nhiem-vu/?ai=tat-ca").content.decode()
    assert task.title not in binh.get("/lanh-dao/nhiem-vu/").content.decode()
