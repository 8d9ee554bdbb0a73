"""The minimum fields of a digitised paper."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.workflow import Status
from tests.conftest import Clock

from . import make, office

pytestmark = pytest.mark.django_db

from gandan.journal.models import Entry  # noqa: E402

FULL = {
    "type_code": "KQ.G15.000031", "id_number": make.ID_NUMBER, "name": "Giấy chứng sinh", "abstract": "Sinh ngày 5/11",
    "valid_until": "không thời hạn", "scope": "toàn quốc",
}  # fmt: skip


def test_it_works(clock: Clock) -> None:
    dossier = make.dossier(Status.RECEIVED)
    paper = dossier.papers.get()

    office.at_desk(office.minh()).post(office.address("digitise", dossier, paper.key), FULL)

    paper.refresh_from_db()
    assert paper.digitised == FULL
    entry = Entry.objects.about(dossier).last()
    assert entry is not None
    assert entry.data == {"dossier_id": dossier.pk, "paper_id": paper.pk, "is_complete": True}


def test_an_incomplete_set_is_told_on_the_page(clock: Clock) -> None:
    dossier = make.dossier()
    paper = dossier.papers.get()
    actions.digitise(paper, fields={"name": "Giấy chứng sinh", "strange": "x"}, by=office.minh(), now=make.MONDAY)
    page = office.at_desk(office.minh()).get(office.address("detail", dossier), {"giay": paper.key}).content.decode()
    assert paper.digitised == {"name": "Giấy chứng sinh"}
    assert "Còn trống: Mã loại giấy tờ" in page


def test_a_paper_of_a_draft_waits() -> None:
    draft = make.draft()
    paper = actions.add_paper(draft, component="birth_proof", upload=make.photo())
    with pytest.raises(RuleBroken, match="bản nháp"):
        actions.digitise(paper, fields=FULL, by=office.minh(), now=make.MONDAY)
