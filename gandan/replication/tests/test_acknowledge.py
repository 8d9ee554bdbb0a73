"""A unit says it arrived; the province reads 15/15 (S3.1)."""

from typing import Any

import pytest

from gandan.core.errors import NotThisOffice
from gandan.replication import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(clock: Any) -> None:
    wards = make.wards(3)
    make.commune()
    made = make.issued()
    assert "0/4" in make.signed_in(make.hien()).get(f"/lanh-dao/van-ban-chi-dao/{made.pk}/").content.decode()
    make.signed_in(make.hoa()).post(f"/can-bo/van-ban-chi-dao/{made.pk}/da-nhan/")
    for ward in wards:
        head = make.staff(f"lead{ward.code}", "leader", agency=ward)
        actions.acknowledge(made.receipts.get(agency=ward), by=head, now=make.NOW)
    assert "4/4" in make.signed_in(make.hien()).get(f"/lanh-dao/van-ban-chi-dao/{made.pk}/").content.decode()


def test_not_for_another_unit() -> None:
    make.commune()
    made = make.issued()
    with pytest.raises(NotThisOffice):
        actions.acknowledge(made.receipts.get(agency=make.commune()), by=make.binh(), now=make.NOW)
