"""Beginning a dossier at the machine."""

import csv
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from gandan.core.errors import RuleBroken
from gandan.dossiers.models import Draft
from gandan.dossiers.tests import make as case
from gandan.kiosks import actions

from . import make

pytestmark = pytest.mark.django_db
SAMPLES: Path = settings.BASE_DIR.parent / "shared" / "data" / "cccd_qr_samples.csv"


def test_without_the_programme_the_machine_files_nothing(client: Client) -> None:
    visit = actions.begin_visit(make.machine(), now=make.EVENING)
    with pytest.raises(RuleBroken, match="lấy số"):
        actions.start_filing(visit, version=make.marriage(), now=make.EVENING)
    assert "chưa nhận hồ sơ" in client.get(make.address(visit, "find")).content.decode()


def test_only_procedures_of_the_programme() -> None:
    make.programme(procedures=[case.PROCEDURE])
    visit, version = actions.begin_visit(make.machine(), now=make.EVENING), make.marriage()
    with pytest.raises(RuleBroken, match="chưa nộp được tại máy"):
        actions.start_filing(visit, version=version, now=make.EVENING)


def test_beginning_anew_throws_the_first_draft_away() -> None:
    make.programme()
    visit, version = actions.begin_visit(make.machine(), now=make.EVENING), make.marriage()
    actions.start_filing(visit, version=version, now=make.EVENING)
    second = actions.start_filing(visit, version=version, now=make.EVENING)
    assert Draft.objects.get() == second


def test_a_broken_card_is_refused_kindly_and_a_good_one_fills_in(client: Client) -> None:
    make.programme()
    visit, version = actions.begin_visit(make.machine(), now=make.EVENING), make.marriage()
    actions.start_filing(visit, version=version, now=make.EVENING)
    told = client.post(make.address(visit, "identity"), {"payload": "https://vi.du/khong-phai-the"}).content.decode()
    assert "không phải của thẻ căn cước" in told
    assert "tôi tự nhập" in told
    client.post(make.address(visit, "identity"), {"payload": make.CARD})
    draft = Draft.objects.get()
    assert (draft.applicant_name, draft.applicant_id_number, draft.applicant_gender) == (
        "Nguyễn Thị Lan", "030190012412", "female",
    )  # fmt: skip
    assert draft.answers["subject_birth_date"] == "1990-03-05"
    assert draft.done_steps == []


@pytest.mark.skipif(not SAMPLES.exists(), reason="samples of cards are not here")
def test_no_sample_breaks_the_page(client: Client) -> None:
    make.programme()
    visit, version = actions.begin_visit(make.machine(), now=make.EVENING), make.marriage()
    actions.start_filing(visit, version=version, now=make.EVENING)
    with SAMPLES.open(encoding="utf-8") as opened:
        payloads = [row["payload"] for row in csv.DictReader(opened)]
    codes = {client.post(make.address(visit, "identity"), {"payload": one}).status_code for one in payloads}
    assert codes <= {200, 302}
