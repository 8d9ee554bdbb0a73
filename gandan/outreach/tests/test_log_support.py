"""Help is counted at one press, by kind, field, member, unit."""

import pytest

from gandan.catalog.models import Procedure
from gandan.core.errors import RuleBroken
from gandan.dossiers.tests import make as dossiers
from gandan.outreach import actions, helping
from gandan.outreach.models import Support

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    browser = make.signed_in(make.minh())
    browser.post("/can-bo/luot-ho-tro/", {"kind": "account"})
    assert Support.objects.get().kind == "account"
    assert "1 lượt" in browser.get("/can-bo/luot-ho-tro/").content.decode()
    assert browser.get("/can-bo/luot-ho-tro/?dang=xlsx").status_code == 200


def test_what_is_not_done_says_why() -> None:
    for number in range(25):
        why = "cần đến công an xã" if number >= 22 else ""
        given = actions.Help("vneid", is_done=not why, why_not=why)
        actions.log_support(make.commune(), given, by=make.minh(), now=make.NOW)
    assert helping.results(Support.objects.all()) == [("Cài đặt VNeID", 22, [("cần đến công an xã", 3)])]
    with pytest.raises(RuleBroken, match="vì sao"):
        actions.log_support(make.commune(), actions.Help("vneid", is_done=False), by=make.minh(), now=make.NOW)


def test_a_phone_without_a_network_counts_once() -> None:
    given = actions.Help("advice", offline_key="k1")
    one = actions.log_support(make.commune(), given, by=make.minh(), now=make.NOW)
    assert actions.log_support(make.commune(), given, by=make.minh(), now=make.NOW) == one


def test_three_kinds_by_three_fields() -> None:
    version = dossiers.version()
    other = Procedure.objects.create(code="2.0", name="B", short_name="B", field="Đất đai")
    for kind, procedure, times in (("writing", version.procedure, 6), ("writing", other, 4), ("advice", other, 5)):
        for _ in range(times):
            given = actions.Help(kind, procedure=procedure)
            actions.log_support(make.commune(), given, by=make.minh(), now=make.NOW)
    told = helping.by_kind_and_field(Support.objects.all())
    assert [(line.label, line.total) for line in told.lines] == [("Viết hộ, kê khai hộ", 10), ("Tư vấn, hướng dẫn", 5)]
    assert len(told.heads) == 2


def test_another_communes_dossier_is_not_found() -> None:
    page = make.signed_in(make.minh()).post("/can-bo/luot-ho-tro/", {"kind": "filing", "dossier": "H24-1"})
    assert page.status_code in (302, 409)
    assert not Support.objects.exists()
