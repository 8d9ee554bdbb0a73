"""Filling in a page: kept at once, checked, found again."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.models import Draft

from . import make

pytestmark = pytest.mark.django_db
PERSON = {
    "applicant_name": "Nguyễn  Thị Lan", "applicant_gender": "female", "applicant_id_number": "030 190 012 412",
    "applicant_phone": "0912.345.118", "applicant_email": "", "applicant_address": "Thôn Ngọc Lâm",
}  # fmt: skip
CHILD = {"child_name": "Phạm Gia Bảo", "born_on": "05/11/2026", "sex": "male", "place": "hospital"}


def at(draft: Draft, slug: str) -> str:
    return reverse("dossiers:step", args=[draft.key, slug])


def test_it_works(client: Client) -> None:
    draft = make.draft(is_filled=False)

    first = client.post(at(draft, "nguoi-nop"), PERSON)
    second = client.post(at(draft, "child"), CHILD)

    draft.refresh_from_db()
    assert first.headers["Location"] == at(draft, "child")
    assert second.headers["Location"] == at(draft, "giay-to")
    assert (draft.applicant_name, draft.applicant_id_number) == ("Nguyễn Thị Lan", make.ID_NUMBER)
    assert draft.applicant_phone == make.PHONE
    assert draft.answers["born_on"] == "2026-11-05"
    assert draft.done_steps == ["applicant", "child"]
    assert "05/11/2026" in client.get(at(draft, "child")).content.decode()


def test_a_wrong_answer_is_said_and_nothing_typed_is_lost(client: Client) -> None:
    draft = make.draft(is_filled=False)
    page = client.post(at(draft, "child"), {**CHILD, "born_on": "31/11/2026"}).content.decode()
    assert "Tháng 11 chỉ có 30 ngày." in page
    assert "<title>Lỗi:" in page
    assert 'value="31/11/2026"' in page
    assert "Phạm Gia Bảo" in page
    draft.refresh_from_db()
    assert draft.done_steps == []


def test_every_missing_answer_is_named_at_once(client: Client) -> None:
    draft = make.draft(is_filled=False)
    page = client.post(at(draft, "nguoi-nop"), {}).content.decode()
    assert "Còn 4 chỗ cần sửa" in page
    assert "Còn thiếu số định danh" in page


def test_a_question_that_does_not_apply_is_not_kept(client: Client) -> None:
    draft = make.draft(is_filled=False)
    client.post(at(draft, "child"), {**CHILD, "place_name": "Trạm xá"})
    draft.refresh_from_db()
    assert "place_name" not in draft.answers


def test_without_script_a_dependent_question_says_when_to_answer(client: Client) -> None:
    page = client.get(at(make.draft(is_filled=False), "child")).content.decode()
    assert "Chỉ điền khi “Sinh ở đâu” là “Nơi khác”." in page


def test_later_keeps_half_a_page_and_tells_where_to_find_it(client: Client) -> None:
    draft = make.draft(is_filled=False)
    response = client.post(at(draft, "child"), {"child_name": "Phạm Gia Bảo", "later": "1"})
    page = client.get(response.headers["Location"]).content.decode()
    draft.refresh_from_db()
    assert response.headers["Location"] == reverse("dossiers:draft", args=[draft.key])
    assert draft.key in page
    assert draft.answers["child_name"] == "Phạm Gia Bảo"
    assert "child" not in draft.done_steps


def test_half_a_page_undoes_done() -> None:
    draft = make.draft()
    actions.save_step(draft, step="child", answers={"child_name": ""}, is_done=False)
    assert "child" not in draft.done_steps


def test_a_filed_draft_cannot_be_changed() -> None:
    dossier = make.dossier()
    assert dossier.draft is not None
    with pytest.raises(RuleBroken, match="đã nộp rồi"):
        actions.save_step(dossier.draft, step="child", answers={})


def test_after_filing_every_page_of_the_draft_leads_to_the_receipt(client: Client) -> None:
    dossier = make.dossier()
    assert dossier.draft is not None
    for slug in ("nguoi-nop", "child", "giay-to"):
        response = client.post(at(dossier.draft, slug), CHILD)
        assert response.headers["Location"] == reverse("dossiers:receipt", args=[dossier.key])


def test_an_expired_session_loses_nothing_but_others_find_nothing(client: Client) -> None:
    lan, other = make.citizen(), make.citizen("Trần Văn Đức", "0987654321")
    draft = make.draft(owner=lan, is_filled=False)
    assert client.post(at(draft, "nguoi-nop"), PERSON).status_code == 302
    client.force_login(other)
    assert client.get(at(draft, "nguoi-nop")).status_code == 404
    assert client.get(reverse("dossiers:check", args=[draft.key])).status_code == 404
    assert client.get(at(draft, "nguoi-nop").replace(draft.key, "x" * 22)).status_code == 404


def test_a_form_without_csrf_token_is_refused_and_said_so() -> None:
    draft = make.draft(is_filled=False)
    response = Client(enforce_csrf_checks=True).post(at(draft, "nguoi-nop"), PERSON)
    assert response.status_code == 403
    draft.refresh_from_db()
    assert draft.applicant_name == ""


def test_script_in_an_answer_stays_text(client: Client) -> None:
    draft = make.draft(is_filled=False)
    client.post(at(draft, "child"), {**CHILD, "child_name": "<script>alert(1)</script>"})
    assert "<script>alert" not in client.get(at(draft, "child")).content.decode()
