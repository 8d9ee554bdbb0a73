"""Filing a draft."""

from __future__ import annotations

import threading
from datetime import date

import pytest
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.models import Dossier, Draft
from gandan.dossiers.workflow import Status
from gandan.journal.models import Entry

from . import make

pytestmark = pytest.mark.django_db


def check(draft: Draft) -> str:
    return reverse("dossiers:check", args=[draft.key])


def test_it_works(client: Client) -> None:
    lan = make.citizen()
    draft = make.draft(owner=lan)
    actions.add_paper(draft, component="birth_proof", upload=make.photo())
    client.force_login(lan)

    page = client.get(check(draft)).content.decode()
    response = client.post(check(draft), {"promise": "on"})

    assert "Phạm Gia Bảo" in page
    assert "8.000\xa0đ" in page
    assert make.ID_NUMBER not in page
    assert make.PHONE not in page
    dossier = Dossier.objects.get()
    assert response.headers["Location"] == reverse("dossiers:receipt", args=[dossier.key])
    assert dossier.owner == lan
    assert dossier.status == Status.REGISTERED
    assert dossier.fee_amount == 8000
    assert [paper.component for paper in dossier.papers.all()] == ["birth_proof"]
    assert "Đã gửi hồ sơ" in client.get(response.headers["Location"]).content.decode()


@pytest.mark.parametrize("status", list(Status))
def test_every_status_is_reached_by_its_verbs(status: str) -> None:
    assert make.dossier(status).status == status


def test_signing_in_is_asked_at_the_end_and_the_promise_is_remembered(client: Client) -> None:
    draft = make.draft()
    response = client.post(check(draft), {"promise": "on"})
    assert response.headers["Location"].startswith(reverse("people:citizen_sign_in"))
    assert check(draft) in response.headers["Location"]
    assert not Dossier.objects.exists()
    assert "checked" in client.get(check(draft)).content.decode()

    client.force_login(make.citizen())
    assert client.post(check(draft), {"promise": "on"}).status_code == 302
    assert Dossier.objects.get().owner == Draft.objects.get().owner


def test_without_the_promise_nothing_is_filed(client: Client) -> None:
    lan = make.citizen()
    draft = make.draft(owner=lan)
    client.force_login(lan)
    assert "đánh dấu vào ô cam đoan" in client.post(check(draft), {}).content.decode()
    assert not Dossier.objects.exists()


def test_an_open_page_comes_first(client: Client) -> None:
    draft = make.draft(is_filled=False)
    assert client.get(check(draft)).headers["Location"] == reverse("dossiers:step", args=[draft.key, "nguoi-nop"])
    with pytest.raises(RuleBroken, match="Người nộp"):
        actions.submit(draft, by=None, now=make.MONDAY)


def test_a_missing_paper_is_said_but_blocks_nobody(client: Client) -> None:
    assert "Trung tâm chỉ nhận hồ sơ khi đủ giấy tờ" in client.get(check(make.draft())).content.decode()


def test_a_fee_nobody_confirmed_is_said_to_be_unknown(client: Client) -> None:
    version = make.version()
    version.fees.update(is_verified=False)
    assert "Mức thu chưa được xác nhận" in client.get(check(make.draft(of=version))).content.decode()


def test_a_second_press_finds_the_same_dossier(client: Client) -> None:
    lan = make.citizen()
    draft = make.draft(owner=lan)
    client.force_login(lan)
    first = client.post(check(draft), {"promise": "on"})
    second = client.post(check(draft), {"promise": "on"})
    assert first.headers["Location"] == second.headers["Location"]
    assert actions.submit(draft, by=lan, now=make.MONDAY) == Dossier.objects.get()
    assert Entry.objects.filter(kind="DossierSubmitted").count() == 1


def test_codes_of_a_day_count_up() -> None:
    version = make.version()
    codes = [make.dossier(of=version).code for _ in range(3)]
    assert codes == [f"000.31.52.H24-261123-000{number}" for number in (1, 2, 3)]


def test_the_answer_is_promised_within_eight_working_hours() -> None:
    dossier = make.dossier(now=make.moment(23, 9))
    assert dossier.receive_by is not None
    assert dossier.receive_by.date() == date(2026, 11, 24)


def test_filing_stays_within_eight_statements(client: Client) -> None:
    lan = make.citizen()
    make.dossier(of=make.version(), owner=lan)  # warms what is kept in memory: calendar, content types
    draft = make.draft(of=make.version("1.000656"), owner=lan)
    client.force_login(lan)
    client.get(check(draft))
    with CaptureQueriesContext(
        connection,
    ) as counted:
        client.post(check(draft), {"promise": "on"})
    asked = [query["sql"] for query in counted if "SAVEPOINT" not in query["sql"]]
    assert len(asked) <= 8, "\n".join(sql[:160] for sql in asked)


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_once_file_one_dossier() -> None:
    draft = make.draft()
    begin, filed = threading.Barrier(2), []

    def press() -> None:
        begin.wait()
        filed.append(actions.submit(draft, by=None, now=make.MONDAY).pk)
        connections.close_all()

    presses = [threading.Thread(target=press) for _ in range(2)]
    for one in presses:
        one.start()
    for one in presses:
        one.join()
    assert len(filed) == 2
    assert len(set(filed)) == 1
    assert Dossier.objects.count() == 1
