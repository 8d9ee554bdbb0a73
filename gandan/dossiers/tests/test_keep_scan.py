"""One signed copy: its scan is kept before it goes (S3.31)."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.models import Dossier, Result, UnderProgramme
from gandan.dossiers.workflow import Status
from gandan.measures.registry import measure_named
from gandan.measures.scope import Scope
from tests.conftest import Clock

from . import make, office, under

pytestmark = pytest.mark.django_db


def signed() -> Dossier:
    """Signed on paper, under the programme, nothing scanned yet."""
    dossier = make.dossier(Status.PROCESSING)
    make.finish_legs(dossier)
    actions.approve(dossier, by=office.hoa(), now=make.MONDAY)
    return office.fresh(dossier)


def test_it_works(clock: Clock) -> None:
    under.one_copy()
    dossier = signed()

    office.press(office.minh(), "keep_scan", dossier, file=make.photo())

    assert dossier.results.get().file
    office.press(office.minh(), "return_result", dossier)
    assert office.fresh(dossier).status == Status.RETURNED
    assert dossier.under.get().saved_sheets == 1


def test_closing_without_scan_is_refused_and_says_what_to_do(clock: Clock) -> None:
    under.one_copy()
    dossier = signed()

    page = office.press(office.minh(), "return_result", dossier)

    assert page.status_code == 409
    assert "Lưu bản quét" in page.content.decode()
    assert office.fresh(dossier).status == Status.SETTLED


def test_a_dossier_received_before_the_programme_needs_no_scan() -> None:
    dossier = signed()
    under.one_copy()
    actions.return_result(dossier, by=office.minh(), now=make.MONDAY)
    assert not dossier.under.exists()


def test_a_wrong_scan_is_replaced_until_the_paper_is_returned() -> None:
    under.one_copy()
    dossier = signed()
    first = actions.keep_scan(dossier, upload=make.photo(), by=office.minh(), now=make.MONDAY).file.name
    second = actions.keep_scan(dossier, upload=make.photo(size=(80, 50)), by=office.minh(), now=make.MONDAY)
    assert second.file.name != first
    actions.return_result(dossier, by=office.minh(), now=make.MONDAY)
    with pytest.raises(RuleBroken, match="trước khi trả"):
        actions.keep_scan(dossier, upload=make.photo(), by=office.minh(), now=make.MONDAY)


def test_a_scan_never_overwrites_a_digital_result() -> None:
    under.one_copy()
    dossier = make.dossier(Status.SETTLED)
    with pytest.raises(RuleBroken, match="tệp điện tử"):
        actions.keep_scan(dossier, upload=make.photo(), by=office.minh(), now=make.MONDAY)
    actions.return_result(dossier, by=office.minh(), now=make.MONDAY)


def test_300_files_are_300_sheets() -> None:
    under.one_copy()
    dossier = make.dossier(Status.RETURNED)
    mark = dossier.under.get()
    for number in range(299):
        dossier.pk, dossier.code, dossier.key, dossier.draft_id = None, f"{number}", f"k{number}", None
        dossier.save(force_insert=True)
        UnderProgramme.objects.create(
            dossier=dossier, programme_id=mark.programme_id, term_id=mark.term_id, kind=mark.kind, at=mark.at,
            saved_sheets=mark.saved_sheets,
        )  # fmt: skip
    month = Scope((make.commune().pk,), make.MONDAY.date(), make.MONDAY.date(), make.MONDAY)
    figure = measure_named("sheets_saved").figure(month)
    assert (figure.value, figure.n) == (300, 300)


def test_kept_scans_are_found_by_leader_and_month(clock: Clock) -> None:
    under.one_copy()
    version = make.version()
    for _ in range(2):
        make.dossier(Status.RETURNED, of=version)
    other = make.dossier(Status.RETURNED, of=version)
    kim = make.leader("kim")
    other.results.update(approved_by=kim)
    desk = office.at_desk(office.minh())

    page = desk.get("/can-bo/ban-luu/", {"lanh-dao": str(office.hoa().pk), "thang": "2026-11"}).content.decode()

    for result in Result.objects.filter(approved_by=office.hoa()):
        assert office.address("result_file", result.dossier, result.key) in page
    assert other.code not in page
    assert "Đã tiết kiệm 3 tờ" in page
    assert other.code not in desk.get("/can-bo/ban-luu/", {"thang": "2026-10"}).content.decode()
    assert other.code in desk.get("/can-bo/ban-luu/", {"q": "nguyen thi lan", "lanh-dao": str(kim.pk)}).content.decode()
    book = desk.get("/can-bo/ban-luu/", {"dang": "xlsx"})
    assert book.content[:2] == b"PK"


def test_binh_sees_no_scan_of_another_commune(clock: Clock) -> None:
    under.one_copy()
    dossier = make.dossier(Status.RETURNED)
    assert dossier.code not in office.at_desk(office.binh()).get("/can-bo/ban-luu/").content.decode()
    assert office.at_desk(office.binh()).get(office.address("keep_scan", dossier)).status_code == 404
