"""The words of a yearly report can be changed until it is sent."""

from typing import Any

import pytest

from gandan.core.errors import NotThisOffice, RuleBroken
from gandan.replication import actions
from gandan.replication.models import YearReport

from . import make

pytestmark = pytest.mark.django_db
PAGE = "/can-bo/van-ban-chi-dao/bao-cao-mo-hinh/"


def _write(text: str, *, year: int = 2026, by: Any = None) -> YearReport:
    words = actions.YearWords(number=" 22/BC-UBND ", texts={"noted": text, "unknown": "x"}, is_cut=True)
    return actions.write_year_report(make.commune(), year=year, words=words, by=by or make.hoa(), now=make.NOW)


def test_it_works(clock: Any) -> None:
    make.commune()
    hoa = make.signed_in(make.hoa())
    assert "Chưa lập" in hoa.get(PAGE).content.decode()
    told = {"number": "22/BC-UBND", "next_year": "Rà soát, bổ sung thủ tục.", "keeps_about": "on"}
    answer = hoa.post(f"{PAGE}2026/soan/", told)
    assert answer["Location"] == f"{PAGE}2026/"
    assert "Rà soát, bổ sung thủ tục." in hoa.get(f"{PAGE}2026/").content.decode()
    assert "Rà soát, bổ sung thủ tục." in hoa.get(f"{PAGE}2026/soan/").content.decode()
    assert "Đang lập" in hoa.get(PAGE).content.decode()
    one = YearReport.objects.get()
    assert (one.number, one.keeps_about, one.is_cut) == ("22/BC-UBND", True, False)


def test_one_report_a_year_with_the_last_words() -> None:
    first, second = _write("Ít người."), _write("Ít tiền.")
    assert first.pk == second.pk
    assert second.texts == {"noted": "Ít tiền."}
    assert second.number == "22/BC-UBND"


def test_not_after_it_was_sent_nor_for_a_year_to_come_nor_by_anybody() -> None:
    made = _write("Ít người.")
    with pytest.raises(RuleBroken, match="chưa đến"):
        _write("", year=2027)
    with pytest.raises(NotThisOffice):
        _write("", by=make.binh())
    actions.send_year_report(made, by=make.hoa(), now=make.moment("2026-12-20 09:00"))
    with pytest.raises(RuleBroken, match="đã gửi"):
        _write("Ít tiền.")


def test_years_without_sense_are_not_found(clock: Any) -> None:
    make.commune()
    hoa = make.signed_in(make.hoa())
    assert hoa.get(f"{PAGE}2031/").status_code == 404
    assert hoa.get(f"{PAGE}1990/tep/pdf/").status_code == 404
