"""A directive begins to bind: the real chains 8026 → 500 (S0.1) and 554 (S3.1, S3.3), and what is refused."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from gandan.core.errors import NotThisOffice, RuleBroken
from gandan.places.models import Agency
from gandan.reforms.models import Adoption, Reform
from gandan.replication import actions, chains
from gandan.replication.models import ClauseTarget, DesignationTarget, Directive, Receipt
from gandan.tasks.models import Task

from . import make

pytestmark = pytest.mark.django_db
FIVE_UNITS = {
    "van_phong": "Văn phòng HĐND và UBND", "kinh_te": "Phòng Kinh tế", "vhxh": "Phòng Văn hóa - Xã hội",
    "center": "Trung tâm Phục vụ hành chính công", "truyen_thong": "Trung tâm Văn hóa, Thể thao và Truyền thông",
}  # fmt: skip


def test_it_works(clock: Any) -> None:
    """From the pages of the province: details, model, clause, check, issue."""
    make.commune()
    model, hien = make.reform(), make.signed_in(make.hien())
    details = {"number": "12/KH-UBND", "issued_on": "23/11/2026", "kind": "plan", "issuer_name": "Sở Nội vụ",
               "subject": "Nhân rộng mô hình", "groups": ["communes"]}  # fmt: skip
    page = hien.post("/lanh-dao/van-ban-chi-dao/moi/", details)
    draft = page["Location"]
    assert "chưa có mục nào và chưa có mô hình nào" in hien.get(draft).content.decode()
    hien.post(
        f"{draft}mo-hinh/",
        {"reforms": [model.pk], "obligation": "mandatory", "due_on": "10/12/2026", "groups": ["communes"]},
    )
    hien.post(f"{draft}muc/", {"number": "1", "title": "Lập tổ tư vấn", "due_on": "10/12/2026", "groups": ["communes"]})
    assert "Đủ điều kiện" in hien.get(draft).content.decode()
    assert hien.post(f"{draft}ban-hanh/").status_code == 302
    body = hien.get(draft).content.decode()
    assert "Xã Chí Minh" in body
    assert "0/1" in body
    assert Adoption.objects.get().directive_no == "12/KH-UBND"
    assert Task.objects.get().agency == make.commune()


def test_the_chain_of_hai_phong() -> None:
    """S0.1: 8026 with 13 models → 500 → five units, each one receipt and its clause → the province reads “5 ngày”."""
    chi_minh = make.commune()
    units = [make.division(chi_minh, part, name) for part, name in FIVE_UNITS.items()]
    models = make.chain_models(chains.CHI_MINH, "8026")
    assert len(models) == 13
    then = make.moment("2025-10-09 09:00")
    above = chains.draft(chains.told(chains.CHI_MINH, "8026"), issuer=make.province(), by=make.hien(), now=then)
    actions.issue(above, by=make.hien(), now=then)
    five_days_later = make.moment("2025-10-14 16:02")
    facts = chains.told(chains.CHI_MINH, "500")
    own = chains.draft_from(above, facts, commune=chi_minh, by=make.hoa(), now=five_days_later)
    actions.issue(own, by=make.hoa(), now=five_days_later)

    assert own.parent == above
    assert own.cascade_days == 5
    assert own.basis[0]["number"] == "8026/SNV-CCHC&PC"
    assert set(Receipt.objects.filter(directive=own).exclude(agency=chi_minh).values_list("agency", flat=True)) == {
        one.pk for one in units
    }
    clauses = {one.agency.part: one.clause.number for one in ClauseTarget.objects.select_related("agency", "clause")}
    assert clauses == {"center": "1", "van_phong": "2", "kinh_te": "2", "vhxh": "2", "truyen_thong": "3"}
    assert Adoption.objects.filter(agency=chi_minh).count() == 13
    page = make.signed_in(make.hien()).get(f"/lanh-dao/van-ban-chi-dao/{above.pk}/").content.decode()
    assert "đã triển khai sau 5 ngày" in page


def test_the_letter_of_tan_binh() -> None:
    """S3.1, S3.3: fifteen wards, Phường 4's model for all of them due 10/5/2019, Phường 4 itself its owner."""
    wards = make.wards()
    make.chain_models(chains.TAN_BINH, "554")
    Reform.objects.filter(code="dat-lich-ngoai-gio-phuong-4").update(owner=wards[3])
    then = make.moment("2019-04-09 08:00")
    facts = chains.told(chains.TAN_BINH, "554")
    assert len(facts["groups"]) == 18
    made = chains.draft(facts, issuer=make.province(), by=_of_2019(), now=then)
    actions.issue(made, by=_of_2019(), now=then)

    targets = DesignationTarget.objects.filter(designation__reform__code="dat-lich-ngoai-gio-phuong-4").select_related(
        "adoption"
    )
    assert targets.count() == 15
    assert {f"{one.adoption.due_at:%d/%m/%Y %H:%M}" for one in targets} == {"10/05/2019 16:59"}
    assert [one.agency for one in targets if one.is_owner] == [wards[3]]
    assert [one.adoption.obligation for one in targets if one.is_owner] == ["own"]
    assert made.receipts.filter(agency__kind="commune").count() == 15
    dues = {
        one.clause.number: one.task.due_at.date()
        for one in ClauseTarget.objects.select_related("clause", "task")
        if one.task
    }
    assert dues == {"2.2": date(2019, 5, 10), "2.5": date(2019, 6, 30)}


def _of_2019() -> Any:
    """The office of 2019: appointed before the letter."""
    hien = make.hien()
    hien.assignments.update(since=date(2019, 1, 1))
    return hien


def test_nothing_to_do_is_refused() -> None:
    made = make.directive()
    with pytest.raises(RuleBroken, match="chưa có mục nào"):
        actions.issue(made, by=make.hien(), now=make.NOW)


def test_a_deadline_in_the_past_leaves_nothing_behind() -> None:
    make.commune()
    made = make.directive()
    words = actions.ClauseWords(number="1", title="Báo cáo", due_on=date(2026, 11, 20), groups=("communes",))
    actions.add_clause(made, words=words, by=make.hien(), now=make.NOW)
    with pytest.raises(RuleBroken, match=r"có hạn 20/11/2026 đã qua"):
        actions.issue(made, by=make.hien(), now=make.NOW)
    made.refresh_from_db()
    assert made.is_draft
    assert not Receipt.objects.exists()
    assert not Task.objects.exists()


def test_a_model_that_may_not_be_adopted_undoes_everything() -> None:
    make.commune()
    model = make.reform()
    made = make.directive()
    told = actions.Designating(reforms=(model,), groups=("communes",))
    actions.designate(made, designating=told, by=make.hien(), now=make.NOW)
    Reform.objects.update(status="idea")
    with pytest.raises(RuleBroken, match="chưa áp dụng được"):
        actions.issue(made, by=make.hien(), now=make.NOW)
    assert Directive.objects.get().is_draft
    assert not Receipt.objects.exists()


def test_a_unit_that_left_the_tree_is_named_with_the_remedy() -> None:
    gone = make.other_commune()
    made = make.directive(agencies=(gone,), groups=())
    words = actions.ClauseWords(number="1", title="Báo cáo", due_on=date(2026, 12, 20), groups=("communes",))
    make.commune()
    actions.add_clause(made, words=words, by=make.hien(), now=make.NOW)
    Agency.objects.filter(pk=gone.pk).update(province=None, parent=None)
    with pytest.raises(RuleBroken, match="Bỏ đơn vị này khỏi nơi nhận"):
        actions.issue(made, by=make.hien(), now=make.NOW)


def test_a_commune_does_not_issue_for_the_province() -> None:
    with pytest.raises(NotThisOffice):
        actions.issue(make.directive(), by=make.hoa(), now=make.NOW)


def test_a_commune_sees_only_what_was_sent_to_it(clock: Any) -> None:
    make.commune()
    made = make.directive(groups=(), agencies=(make.commune(),))
    words = actions.ClauseWords(
        number="1", title="Riêng xã Chí Minh", due_on=date(2026, 12, 20), agencies=(make.commune(),)
    )
    actions.add_clause(made, words=words, by=make.hien(), now=make.NOW)
    hoa, binh = make.signed_in(make.hoa()), make.signed_in(make.binh())
    assert hoa.get(f"/can-bo/van-ban-chi-dao/{made.pk}/").status_code == 404
    actions.issue(made, by=make.hien(), now=make.NOW)
    assert "Riêng xã Chí Minh" in hoa.get(f"/can-bo/van-ban-chi-dao/{made.pk}/").content.decode()
    for door in ("can-bo", "lanh-dao"):
        for word in ("", "tep/", "sua/", "muc/", "mo-hinh/", "ma-tran/"):
            assert binh.get(f"/{door}/van-ban-chi-dao/{made.pk}/{word}").status_code == 404
        assert made.number not in binh.get(f"/{door}/van-ban-chi-dao/").content.decode()
    assert binh.post(f"/can-bo/van-ban-chi-dao/{made.pk}/da-doc/").status_code == 404
    assert binh.post(f"/lanh-dao/van-ban-chi-dao/{made.pk}/nhac/", {"agency": make.commune().pk}).status_code == 404


def test_another_province_sees_nothing(clock: Any) -> None:
    make.commune()
    made = make.issued()
    elsewhere = make.signed_in(make.staff("ha", "oversight", agency=make.province("79", "Thành phố Hồ Chí Minh")))
    assert elsewhere.get(f"/lanh-dao/van-ban-chi-dao/{made.pk}/").status_code == 404
