"""Closing a year: figures are live before, frozen after; strict about the day; the province reads what was sent (S4.1, S2.4)."""

from typing import Any

import pytest

from gandan.core.errors import NotThisOffice, RuleBroken
from gandan.dossiers.models import Dossier
from gandan.reforms.models import DeclaredFigure, Difficulty, Launch, Recognition, ReformDocument
from gandan.replication import actions
from gandan.replication.models import YearReport
from gandan.replication.reporting.yearly import year_data
from gandan.reports.sealing import fingerprint

from . import make
from .marked import WHEN, adopted, files

pytestmark = pytest.mark.django_db
PAGE = "/can-bo/van-ban-chi-dao/bao-cao-mo-hinh/"
ABOVE = "/lanh-dao/van-ban-chi-dao/bao-cao-mo-hinh/"
LATER = make.moment("2026-12-20 09:00")


def _written(**more: Any) -> YearReport:
    words = actions.YearWords(texts={"results": "Mô hình được người dân ủng hộ."}, **more)
    return actions.write_year_report(make.commune(), year=2026, words=words, by=make.hoa(), now=make.NOW)


def _series(data: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in data["new"][0]["series"] if one["name"] == name)
    return found


def test_it_works(clock: Any) -> None:
    """Words written, closed and sent from the page; the province finds it."""
    adopted(make.commune())
    files(make.commune(), early=3, on_time=1)
    hoa = make.signed_in(make.hoa())
    page = hoa.get(f"{PAGE}2026/").content.decode()
    assert "Gửi được từ ngày 15/12/2026" in page
    assert "Hồ sơ tiếp nhận: 4 hồ sơ." in page
    hoa.post(f"{PAGE}2026/soan/", {"number": "310/BC-UBND", "results": "Người dân ủng hộ."})
    clock.now = LATER
    hoa = make.signed_in(make.hoa())
    hoa.post(f"{PAGE}2026/gui/")
    one = YearReport.objects.get()
    assert one.is_sent
    assert one.sha256 == fingerprint(one.data)
    told = hoa.get(f"{PAGE}2026/").content.decode()
    assert "Người dân ủng hộ." in told
    assert "310/BC-UBND" in told
    above = make.signed_in(make.hien())
    assert above.get(f"{ABOVE}da-gui/{one.pk}/").status_code == 200
    assert above.get(f"{ABOVE}da-gui/{one.pk}/tep/pdf/").content.startswith(b"%PDF")
    assert "Đã gửi" in above.get(ABOVE).content.decode()


def test_a_dossier_changes_the_figure_before_closing_and_not_after() -> None:
    adopted(make.commune())
    files(make.commune(), early=2, on_time=1)
    made = _written()
    assert _series(year_data(make.commune(), 2026, LATER), "early")["whole"]["value"] == 2
    Dossier.objects.filter(outcome="on_time").update(outcome="early")
    assert _series(year_data(make.commune(), 2026, LATER), "early")["whole"]["value"] == 3
    actions.send_year_report(made, by=make.hoa(), now=LATER)
    Dossier.objects.update(outcome="late")
    made.refresh_from_db()
    assert _series(made.data, "early")["whole"]["value"] == 3
    page = make.signed_in(make.hoa()).get(f"{PAGE}2026/").content.decode()
    assert "Giải quyết trước hạn: 3 hồ sơ" in page


def test_the_province_counts_all_its_communes() -> None:
    """A unit without a dossier yet runs the model with 0; one that does not run it has no row."""
    wards = make.wards(4)
    for number, ward in enumerate(wards[:3]):
        adopted(ward)
        files(ward, early=number, on_time=number)
    series = _series(year_data(make.province(), 2026, LATER), "received")
    assert [(row["unit"], row["value"]) for row in series["rows"]] == [
        ("Phường 1", 0),
        ("Phường 2", 2),
        ("Phường 3", 4),
    ]
    assert series["whole"]["value"] == 6


def test_satisfaction_of_the_model_with_n(clock: Any) -> None:
    adopted(make.commune())
    files(make.commune(), on_time=50, stars=4)
    data = year_data(make.commune(), 2026, LATER)
    assert _series(data, "content_rate")["whole"] == {"value": 50, "of": 50, "declared": "", "recounted": None}
    page = make.signed_in(make.hoa()).get(f"{PAGE}2026/").content.decode()
    assert "Người dân hài lòng trở lên, trên số phiếu: 100% (50/50)." in page


def test_a_declared_figure_beside_what_the_platform_counts() -> None:
    adopted(make.commune())
    files(make.commune(), early=3)
    DeclaredFigure.objects.create(
        reform=make.reform(), series="received", label="Hồ sơ tiếp nhận", agency=make.commune(), period="2026", year=2026,
        value=4, declared="hơn 4", unit="hồ sơ", source="12/BC-UBND", is_imported=True,
    )  # fmt: skip
    page = make.signed_in(make.hoa()).get(f"{PAGE}2026/").content.decode()
    assert "Hồ sơ tiếp nhận: 4 hồ sơ theo văn bản; tính lại 3 (2026)." in page


def test_sections_from_what_units_wrote() -> None:
    adoption = adopted(make.commune(), next_year="replicate")
    by, at = make.hoa(), WHEN
    Difficulty.objects.create(adoption=adoption, cause="habit", text="Người dân quen đến trực tiếp.", by=by, at=at)
    Difficulty.objects.create(
        adoption=adoption, is_advantage=True, cause="other", text="Sở Nội vụ hướng dẫn.", by=by, at=at
    )
    ReformDocument.objects.create(
        reform=adoption.reform,
        number="1317/UBND-NV",
        issued_on=WHEN.date(),
        issuer="UBND",
        subject="Thống nhất",
        role="agrees",
    )
    Launch.objects.create(
        reform=adoption.reform, agency=make.commune(), on=WHEN.date(), channel="Đài Truyền hình", title="Ra mắt",
        figures=[{"label": "lượt xem", "value": 250}], at=WHEN,
    )  # fmt: skip
    Recognition.objects.create(
        reform=adoption.reform, level="province", agency=make.commune(), year=2026, submitted_at=WHEN
    )
    page = make.signed_in(make.hoa()).get(f"{PAGE}2026/").content.decode()
    for told in (
        "Người dân quen đến trực tiếp.",
        "Sở Nội vụ hướng dẫn.",
        "1317/UBND-NV",
        "văn bản thống nhất thực hiện mô hình",
        "Đài Truyền hình, ngày 12/11/2026: 250 lượt xem",
        "Xem xét nhân rộng",
        "Đã gửi hồ sơ (cấp tỉnh)",
    ):
        assert told in page, told


def test_not_before_15_december_nor_twice_nor_by_others() -> None:
    made = _written()
    with pytest.raises(RuleBroken, match="15/12/2026"):
        actions.send_year_report(made, by=make.hoa(), now=make.NOW)
    with pytest.raises(NotThisOffice):
        actions.send_year_report(made, by=make.minh(), now=LATER)
    actions.send_year_report(made, by=make.hoa(), now=make.moment("2027-01-26 00:00"))
    assert made.is_late(make.NOW)
    with pytest.raises(RuleBroken):
        actions.send_year_report(made, by=make.hoa(), now=LATER)


def test_nothing_to_send_says_what_to_do(clock: Any) -> None:
    make.commune()
    clock.now = LATER
    answer = make.signed_in(make.hoa()).post(f"{PAGE}2026/gui/", follow=True)
    assert "Soạn phần lời" in answer.content.decode()


def test_another_commune_sees_nothing() -> None:
    made = _written(number="310/BC-UBND")
    other = make.signed_in(make.binh())
    assert "310/BC-UBND" not in other.get(f"{PAGE}2026/").content.decode()
    for address in (f"{PAGE}da-gui/{made.pk}/", f"{ABOVE}da-gui/{made.pk}/tep/pdf/"):
        assert other.get(address).status_code == 404
    assert make.signed_in(make.hien()).get(f"{ABOVE}da-gui/{made.pk}/").status_code == 404
