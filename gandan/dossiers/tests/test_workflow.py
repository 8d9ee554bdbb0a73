"""The life of a dossier as data, who may press what, and that strangers see nothing."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from gandan.core.workflow import Step
from gandan.dossiers import actions, rights, workflow
from gandan.dossiers.urls import VERBS
from gandan.dossiers.workflow import STEPS, Status
from tests.conftest import Clock

from . import make, office

pytestmark = pytest.mark.django_db
PAGES = sorted({*VERBS, "detail"})


def test_the_statuses_are_the_ten_national_ones_in_their_order() -> None:
    assert [workflow.NATIONAL_NUMBER[status] for status in Status] == list(range(1, 11))


def test_nothing_leaves_a_final_status_but_a_correction() -> None:
    ends = {str(status) for status in workflow.ENDED}
    assert {step.verb for step in STEPS if step.start & ends} == {"correct"}


@pytest.mark.parametrize("step", STEPS, ids=lambda step: f"{step.verb}-{step.end}")
def test_every_verb_has_roles_except_the_clocks_own(step: Step) -> None:
    assert (step.verb in rights.ROLES_FOR) != (step.verb == "close")


@pytest.mark.parametrize("verb", PAGES)
def test_binh_of_another_commune_finds_nothing(verb: str) -> None:
    dossier = make.dossier(Status.PROCESSING)
    browser = office.at_desk(office.binh())
    for answer in (browser.get(office.address(verb, dossier)), browser.post(office.address(verb, dossier))):
        assert answer.status_code in (404, 405), verb
    assert office.fresh(dossier).status == Status.PROCESSING


def test_binh_gets_no_file_form_or_leg_either() -> None:
    dossier = make.dossier(Status.SETTLED)
    paper, result, leg = dossier.papers.get(), dossier.results.get(), dossier.legs.first()
    assert leg is not None
    browser = office.at_desk(office.binh())
    for address in (
        office.address("paper", dossier, paper.key), office.address("result_file", dossier, result.key),
        office.address("finish_leg", dossier, leg.pk), office.address("printed", dossier, "01", "pdf"),
    ):  # fmt: skip
        assert browser.get(address).status_code == 404
    assert browser.post(office.address("digitise", dossier, paper.key)).status_code == 404
    for address in ("/can-bo/", "/can-bo/tim/?q=nguyen+thi+lan", "/can-bo/so-theo-doi/"):
        assert dossier.code not in browser.get(address).content.decode()


def test_a_paper_opens_only_through_its_own_dossier() -> None:
    one = make.dossier(Status.RECEIVED)
    other = make.dossier(Status.RECEIVED, of=one.version)
    key = other.papers.get().key
    assert office.at_desk(office.minh()).get(office.address("paper", one, key)).status_code == 404


def test_a_partner_sees_only_what_was_handed_to_it() -> None:
    dossier = make.dossier(Status.PROCESSING)
    alone = make.dossier(Status.PROCESSING, of=make.version("1.000656", route=[], steps=[]))
    browser = office.at_desk(office.partner("bhxh"))
    assert browser.get(office.address("detail", dossier)).status_code == 200
    assert browser.get(office.address("detail", alone)).status_code == 404


def test_a_citizen_and_a_stranger_are_sent_to_sign_in() -> None:
    dossier = make.dossier()
    for browser in (Client(), office.at_desk(make.citizen("Trần Văn Tư", "0987654321"))):
        assert browser.get(office.address("detail", dossier)).status_code in (302, 404)


def test_the_foot_shows_forbidden_steps_with_their_reason(clock: Clock) -> None:
    dossier = make.dossier(Status.PROCESSING)
    page = office.at_desk(office.minh()).get(office.address("detail", dossier)).content.decode()
    assert "Phê duyệt</button>" in page
    assert "Việc này của lãnh đạo." in page


def test_the_page_of_a_dossier_costs_few_statements(clock: Clock) -> None:
    dossier = make.dossier(Status.SETTLED)
    browser = office.at_desk(office.hoa())
    browser.get(office.address("detail", dossier))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        browser.get(office.address("detail", dossier))
    assert len(asked) <= 26, [query["sql"][:90] for query in asked]


def test_the_comparison_says_what_the_number_says(clock: Clock) -> None:
    fields = [
        {"key": "mother_id_number", "label": "Số định danh của mẹ", "type": "id_number"},
        {"key": "mother_birth_date", "label": "Ngày sinh của mẹ", "type": "date"},
    ]
    version = make.version("1.009999", steps=[{"key": "mother", "title": "Người mẹ", "fields": fields}])
    form = version.form()
    filing = actions.Filing(
        version, make.commune(), "counter", make.APPLICANT,
        {"mother_id_number": "030190012412", "mother_birth_date": "1991-05-01"}, form,
    )  # fmt: skip
    dossier = actions.file(filing, by=office.minh(), now=make.MONDAY)
    page = office.at_desk(office.minh()).get(office.address("detail", dossier)).content.decode()
    assert "Lệch" in page
    assert "Chưa kết nối Cơ sở dữ liệu quốc gia về dân cư" in page


def test_addresses_are_vietnamese_and_names_are_verbs() -> None:
    assert reverse("dossiers:receive", args=["HS"]) == "/can-bo/ho-so/HS/tiep-nhan/"
    assert reverse("dossiers:extend", args=["HS"]) == "/can-bo/ho-so/HS/ky-gia-han/"
