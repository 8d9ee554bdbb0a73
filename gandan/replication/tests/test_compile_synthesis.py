"""The quarter is built from what units did: 12 effective, 2 not, 1 not deployed, three proposals (S3.45)."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.measures.periods import Period, quarter_of
from gandan.reforms import actions as reform_actions
from gandan.reforms.models import Adoption
from gandan.replication import actions
from gandan.replication.jobs import compile_all
from gandan.replication.models import Directive, Synthesis

from . import make

pytestmark = pytest.mark.django_db
NEXT = Period(date(2027, 1, 1), date(2027, 3, 31), "Quý I/2027")
AFTER = make.moment("2027-04-01 08:00")


def quarter_of_fifteen() -> Directive:
    """Fifteen wards: 12 run with effect, 2 run without, Phường 15 does not deploy."""
    make.wards()
    made = make.issued(due_in=60)
    for number, adoption in enumerate(Adoption.objects.order_by("agency__code"), start=1):
        if number == 15:
            continue
        begun = localdate(make.at(50))
        Adoption.objects.filter(pk=adoption.pk).update(status="running", started_on=begun)
        adoption.refresh_from_db()
        if number > 12:
            reform_actions.judge_ineffective(
                adoption, cause="Điểm hài lòng 3,1 sao, ngưỡng từ 4 sao", by=None, now=make.at(100)
            )
        else:
            reform_actions.judge_effective(adoption, by=None, now=make.at(100))
    return made


def test_it_works(clock: Any) -> None:
    """Each proposal waits for the explanation of its unit before the ruling."""
    made = quarter_of_fifteen()
    clock.now = AFTER
    hien = make.signed_in(make.hien())
    answer = hien.post("/lanh-dao/van-ban-chi-dao/tong-hop/lap/", {"day": "31/03/2027", "directive": made.pk})
    one = Synthesis.objects.get()
    counts = one.data["counts"]
    assert (counts["effective"], counts["ineffective"], counts["not_deployed"]) == (12, 2, 1)
    assert one.handlings.count() == 3
    page = hien.get(answer["Location"]).content.decode()
    assert "Phường 15" in page
    assert page.count("Chờ giải trình") == 3

    handling = one.handlings.get(finding="not_deployed")
    ruling = f"{answer['Location']}{handling.pk}/"
    with pytest.raises(RuleBroken, match="chưa giải trình"):
        reform_actions.rule_on(handling.adoption, reform_actions.Decision("remind"), by=make.hien(), now=AFTER)
    head = make.staff("lead15", "leader", agency=handling.adoption.agency)
    reform_actions.explain(handling.adoption, text="Chưa tuyển được người trực.", by=head, now=AFTER)
    assert "Chưa tuyển được người trực." in hien.get(ruling).content.decode()
    hien.post(ruling, {"ruling": "remind", "number": "21/TB-UBND"})
    assert "Nhắc nhở" in hien.get(answer["Location"]).content.decode()


def test_building_again_keeps_one_and_what_was_explained() -> None:
    made = quarter_of_fifteen()
    first = actions.compile_synthesis(make.province(), period=NEXT, directive=made, by=make.hien(), now=AFTER)
    again = actions.compile_synthesis(
        make.province(), period=NEXT, directive=made, by=make.hien(), now=AFTER + timedelta(days=1)
    )
    assert first.pk == again.pk
    assert again.handlings.count() == 3


def test_before_the_deadline_nobody_is_found() -> None:
    make.commune()
    make.issued(due_in=120)
    made = actions.compile_synthesis(make.province(), period=quarter_of(make.NOW.date()), by=make.hien(), now=make.NOW)
    assert made.data["counts"]["preparing"] == 1
    assert not made.handlings.exists()


def test_the_clock_builds_it_in_the_days_after_the_quarter() -> None:
    make.commune()
    make.issued()
    assert compile_all(make.moment("2026-12-31 02:00")) == 0
    assert compile_all(make.moment("2027-01-01 02:00")) == 1
    assert compile_all(make.moment("2027-01-12 02:00")) == 0
    assert Synthesis.objects.get().data["counts"]["not_deployed"] == 1


def test_another_commune_sees_nothing(clock: Any) -> None:
    make.commune()
    make.issued()
    one = actions.compile_synthesis(make.province(), period=quarter_of(make.NOW.date()), by=make.hien(), now=make.NOW)
    for door in ("can-bo", "lanh-dao"):
        assert make.signed_in(make.binh()).get(f"/{door}/van-ban-chi-dao/tong-hop/{one.pk}/").status_code == 404
