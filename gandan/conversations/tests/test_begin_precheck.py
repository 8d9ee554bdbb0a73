"""The list of papers of a procedure, once per thread."""

import pytest
from django.test import Client

from gandan.conversations.models import Precheck
from gandan.conversations.numbering import new_precheck_code, read_precheck_code
from gandan.conversations.programmes import PRECHECKS
from gandan.core.errors import RuleBroken
from gandan.programmes.actions import Switch, switch_on

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_it_works() -> None:
    made = make.thread(procedure=make.procedure())
    page = Client().get(f"/hoi-dap/{made.key}/").content.decode()
    assert "Gửi giấy tờ kiểm tra trước" in page
    for _ in range(2):
        Client().post(f"/hoi-dap/{made.key}/giay-to/", {"procedure": make.PROCEDURE})
    one = Precheck.objects.get()
    assert [paper.name for paper in one.papers.all()] == [paper.name for paper in make.version().papers()]
    assert one.draft
    assert (one.draft.applicant_name, one.draft.applicant_phone) == ("Phạm Thị Lan", make.PHONE)


def test_only_procedures_of_the_programme() -> None:
    switch = Switch(
        kind=PRECHECKS, agency=make.commune(), name="Hỗ trợ qua Zalo", parameters={"procedures": ["1.004873"]},
        since=make.MONDAY.date(),
    )  # fmt: skip
    switch_on(switch, by=make.hoa(), now=make.MONDAY)
    with pytest.raises(RuleBroken, match="chưa có trong danh sách"):
        make.precheck()


def test_codes_are_read_as_people_type_them() -> None:
    code = new_precheck_code()
    assert read_precheck_code(code.replace("-", " ").lower()) == code
    assert read_precheck_code("0912345118x") == ""
