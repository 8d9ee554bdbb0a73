"""Read by 97 of 100, three names listed (S3.46)."""

from typing import Any

import pytest

from gandan.core.errors import RuleBroken
from gandan.people.models import User
from gandan.replication import actions
from gandan.replication.recipients import readings

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(clock: Any) -> None:
    make.commune()
    made = make.issued()
    minh = make.signed_in(make.minh())
    assert "Tôi đã đọc" in minh.get(f"/can-bo/van-ban-chi-dao/{made.pk}/").content.decode()
    minh.post(f"/can-bo/van-ban-chi-dao/{made.pk}/da-doc/")
    assert "đã xác nhận đọc" in minh.get(f"/can-bo/van-ban-chi-dao/{made.pk}/").content.decode()


def test_97_of_100_and_the_three_names(clock: Any) -> None:
    commune = make.commune()
    make.division(commune, "center", "Trung tâm")
    people = User.objects.bulk_create(
        User(username=f"cb{n}", full_name=f"Cán bộ {n}", is_staff_member=True, agency=commune, password="!")
        for n in range(100)
    )
    made = make.issued()
    for person in people[:97]:
        actions.read_directive(made, by=person, now=make.NOW)
    line = readings(made, made.receipts.select_related("agency"))[0]
    assert (line.read, line.staff, line.share) == (97, 100, 97)
    assert sorted(line.missing) == ["Cán bộ 97", "Cán bộ 98", "Cán bộ 99"]
    page = make.signed_in(make.hien()).get(f"/lanh-dao/van-ban-chi-dao/{made.pk}/").content.decode()
    assert "97/100" in page
    assert "Cán bộ 98" in page


def test_twice_is_once_and_a_draft_is_nobodys() -> None:
    make.commune()
    made = make.issued()
    actions.read_directive(made, by=make.hoa(), now=make.NOW)
    actions.read_directive(made, by=make.hoa(), now=make.at(1))
    assert made.read_marks.count() == 1
    with pytest.raises(RuleBroken, match="chưa ban hành"):
        actions.read_directive(make.directive(number="99/KH"), by=make.hien(), now=make.NOW)
