"""The registry through the API: staff only, ideas of others unseen."""

import pytest

from gandan.reforms import actions
from gandan.reforms.tests import make
from gandan.reforms.workflow import Status

from .conftest import Program

pytestmark = pytest.mark.django_db


def test_it_works(minh: Program) -> None:
    actions.load_shipped(now=make.NOW)
    told = minh.get("reforms", q="thu nam khong hen").json()
    assert [one["code"] for one in told["items"]] == ["ngay-thu-nam-khong-hen"]
    assert told["items"][0]["has_package"]
    one = minh.get("reforms/ngay-thu-nam-khong-hen").json()
    assert one["package"]["programmes"][0]["kind"] == "fast_day"
    assert one["owner"] == "Thành phố Sa Đéc, tỉnh Đồng Tháp"
    assert {row["number"] for row in one["documents"]} >= {"254/UBND-HC"}


def test_pages_and_filters(minh: Program) -> None:
    actions.load_shipped(now=make.NOW)
    assert minh.get("reforms").json()["total"] == 54
    assert len(minh.get("reforms", page=2).json()["items"]) == 4
    assert all(one["has_package"] for one in minh.get("reforms", package="true").json()["items"])
    declared = minh.get("reforms/ngay-khong-viet").json()["declared"]
    assert [row["value"] for row in declared if row["unit_name"].startswith("Bộ phận")] == [None]


def test_who_may_not(minh: Program, lan: Program, anyone: Program) -> None:
    make.reform("y-rieng", "Ý riêng", status=Status.IDEA, proposed_by=make.commune("11779", "Xã Tân Minh"))
    assert minh.get("reforms/y-rieng").status_code == 404
    assert minh.get("reforms/khong-co").status_code == 404
    assert lan.get("reforms").status_code == 403
    assert anyone.get("reforms").status_code == 401
