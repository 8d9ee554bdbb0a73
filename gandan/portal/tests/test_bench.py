"""The benchmark's own parts; the number of SQL statements that its pages may cost is asserted here."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.measuring import Walked, grown
from bench.prepare import APPLICANT
from bench.table import BESIDE, HOLDS, MISSES, Row, lines, percentile
from bench.visiting import Refused, Submission, Visitor, together, weight_of_page
from gandan.dossiers.models import Dossier
from gandan.dossiers.tests import make

TYPED = {"child_name": "Phạm Gia Bảo", "born_on": "05/11/2026", "sex": "male", "place": "hospital"}


def walk(told: dict[str, str] = TYPED) -> dict[str, object]:
    pages = [("nguoi-nop", APPLICANT), ("child", told), ("giay-to", {})]
    return {
        "start": f"/nop-ho-so/{make.PROCEDURE}/",
        "pages": [{"slug": slug, "told": page} for slug, page in pages],
    }


def statements(client: Client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


@pytest.mark.django_db
def test_public_pages_cost_at_most_three_statements(client: Client) -> None:
    dossier = make.dossier("processing")
    assert statements(client, "/") <= 3
    assert statements(client, f"/theo-doi/{dossier.key}/") <= 3


@pytest.mark.django_db
def test_filing_costs_at_most_fifteen_statements(client: Client) -> None:
    """The last press: session, draft, number, dossier, papers, journal and its followers, in one transaction."""
    draft = make.draft()
    client.force_login(make.citizen())
    check = f"/nop-ho-so/ban-nhap/{draft.key}/kiem-tra/"
    client.get(check)  # communes and calendar are kept in memory for a minute
    with CaptureQueriesContext(connection) as captured:
        answer = client.post(check, {"promise": "on"})
    assert "giay-hen" in answer["Location"]
    told = [one["sql"] for one in captured if "SAVEPOINT" not in one["sql"]]
    assert len(told) <= 15, "\n".join(told)


def session_of(client: Client) -> str:
    client.force_login(make.citizen())
    return client.cookies["sessionid"].value


@pytest.mark.django_db(transaction=True)
def test_the_client_files_a_dossier(live_server: Any, client: Client) -> None:
    make.commune()
    make.version()
    visitor = Visitor(live_server.thread.port, session_of(client))
    one = Submission(visitor, walk())
    key = one.file(one.fill_in())
    visitor.close()
    assert Dossier.objects.get(key=key).answers["child_name"] == "Phạm Gia Bảo"
    assert [name for name, _, _ in one.parts][-4:] == ["form", "check", "file", "receipt"]


@pytest.mark.django_db(transaction=True)
def test_a_submission_that_does_not_go_on_is_a_failure(live_server: Any, client: Client) -> None:
    make.commune()
    make.version()
    visitor = Visitor(live_server.thread.port, session_of(client))
    one = Submission(visitor, walk({**TYPED, "born_on": "31/02/2026"}))
    with pytest.raises(Refused, match="200"):
        one.fill_in()
    visitor.close()
    assert not Dossier.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_citizens_page_weighs_at_most_100_kb(live_server: Any) -> None:
    make.commune()
    visitor = Visitor(live_server.thread.port)
    weight = weight_of_page(visitor, "/")
    visitor.close()
    assert 5_000 < weight < 100 * 1024


def test_failures_of_a_crowd_are_returned() -> None:
    wrong = together(4, lambda number: 1 // number)  # type: ignore[arg-type]  # the answer is not used
    assert [type(one) for one in wrong] == [ZeroDivisionError]


@pytest.mark.parametrize(("share", "value"), [(0.5, 50), (0.95, 95), (0.99, 99), (1.0, 100)])
def test_percentile(share: float, value: int) -> None:
    assert percentile(range(1, 101), share) == value


def test_the_table_says_what_holds() -> None:
    rows = [Row("Nhanh", 1.5, "ms", 2), Row("Chậm", 2.5, "ms", 2), Row("Trống", 0.4, "ms")]
    assert [row.verdict for row in rows] == [HOLDS, MISSES, BESIDE]
    assert lines(rows)[1].split()[:3] == ["Nhanh", "1,50", "ms"]


def test_growth_is_told_by_medians_beside_the_bare_page() -> None:
    small, large = Walked("Danh sách", 10.0, 30.0, 9, 0.5), Walked("Danh sách", 25.0, 40.0, 9, 0.6)
    commune, p95, growth = grown([small], [large], 1_000_000, 22_536)
    assert (commune.value, commune.verdict) == (22_536, BESIDE)
    assert (p95.name, p95.value, p95.verdict) == ("Danh sách, 1.000.000 hồ sơ: p95", 40.0, HOLDS)
    assert (growth.value, growth.verdict) == (2.5, MISSES)
    assert "0,6 ms" in p95.note
