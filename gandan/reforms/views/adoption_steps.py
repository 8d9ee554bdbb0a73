"""One page per step of an adoption: what it means, what must be written, the button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localtime

from gandan.core.errors import RuleBroken
from gandan.people.access import LeaderRequest, OfficerRequest, View, leader, officer
from gandan.people.models import User
from gandan.programmes.actions import Clash
from gandan.programmes.conflicts import Conflict

from .. import actions
from ..adoption_rights import why_not
from ..forms.adoption import (
    ApproveForm,
    CauseForm,
    ExplainForm,
    NextYearForm,
    PressForm,
    ReasonForm,
    RemarkForm,
    RuleForm,
    TimeForm,
    end_of,
)
from ..judging import standings
from ..models import Adoption
from .adoption_finding import find

Act = Callable[[Adoption, dict[str, Any], User, datetime], object]


@dataclass(frozen=True)
class Press:
    """One step: the word in its address, its form, what the form does, and the words around it."""

    word: str
    label: str
    done: str
    act: Act
    form: type[forms.Form] = PressForm
    says: str = ""
    is_danger: bool = False


def _rule(adoption: Adoption, typed: dict[str, Any], by: User, now: datetime) -> object:
    due_at = end_of(typed["new_due_on"]) if typed["new_due_on"] else None
    decision = actions.Decision(typed["ruling"], typed["number"], typed["note"], due_at)
    return actions.rule_on(adoption, decision, by=by, now=now)


def _note(adoption: Adoption, typed: dict[str, Any], by: User, now: datetime) -> object:
    remark = actions.Remark(typed["cause"], typed["text"], is_advantage=typed["is_advantage"])
    return actions.note_difficulty(adoption, remark, by=by, now=now)


OFFICER_STEPS = {
    "study": Press(
        "nghien-cuu", "Nghiên cứu", "Đã ghi: đang nghiên cứu.",
        lambda one, typed, by, now: actions.study(one, by=by, now=now),
        says="Xem mô hình có hợp với xã không, rồi lập kế hoạch hoặc ghi lý do không áp dụng.",
    ),
    "decline": Press(
        "khong-ap-dung", "Không áp dụng, ghi lý do", "Đã ghi lý do không áp dụng.",
        lambda one, typed, by, now: actions.decline(one, reason=typed["reason"], by=by, now=now), ReasonForm,
        says="Cấp trên đọc được lý do này.", is_danger=True,
    ),
    "ask_exemption": Press(
        "de-nghi-mien", "Đề nghị miễn", "Đã gửi đề nghị miễn.",
        lambda one, typed, by, now: actions.ask_exemption(one, reason=typed["reason"], by=by, now=now), ReasonForm,
        says="Mô hình này bắt buộc. Chưa có ý kiến của cấp trên thì hạn vẫn giữ nguyên.",
    ),
    "approve": Press(
        "duyet", "Duyệt kế hoạch", "Đã duyệt kế hoạch. Bấm “Áp dụng tại đơn vị” để bật.",
        lambda one, typed, by, now: actions.approve(one, decision_no=typed["decision_no"], by=by, now=now), ApproveForm,
    ),
    "return_plan": Press(
        "tra-lai", "Trả lại để sửa", "Đã trả lại kế hoạch.",
        lambda one, typed, by, now: actions.return_plan(one, reason=typed["reason"], by=by, now=now), ReasonForm,
    ),
    "switch_on": Press(
        "bat", "Áp dụng tại đơn vị", "Đã bật mọi chương trình của mô hình.",
        lambda one, typed, by, now: actions.switch_on(one, replacing=typed["replacing"], by=by, now=now),
        says="Mọi chương trình trong kế hoạch được bật cùng lúc. Tắt được bất cứ lúc nào; hồ sơ đã nhận giữ nguyên.",
    ),
    "explain": Press(
        "giai-trinh", "Giải trình", "Đã gửi giải trình.",
        lambda one, typed, by, now: actions.explain(one, text=typed["text"], by=by, now=now), ExplainForm,
        says="Cấp trên đọc giải trình trước khi quyết định.",
    ),
    "pause_adoption": Press(
        "tam-dung", "Tạm dừng", "Đã tạm dừng. Chương trình chạy hết hôm nay.",
        lambda one, typed, by, now: actions.pause_adoption(one, reason=typed["reason"], by=by, now=now), ReasonForm,
        says="Các chương trình chạy hết hôm nay rồi dừng. Hồ sơ đã nhận giữ nguyên ngày hẹn.",
    ),
    "end_adoption": Press(
        "cham-dut", "Chấm dứt, ghi lý do", "Đã chấm dứt áp dụng.",
        lambda one, typed, by, now: actions.end_adoption(one, reason=typed["reason"], by=by, now=now), ReasonForm,
        says="Các chương trình chạy hết hôm nay rồi dừng hẳn. Sau này vẫn áp dụng lại được.", is_danger=True,
    ),
    "decide_next_year": Press(
        "nam-sau", "Quyết định cho năm sau", "Đã ghi quyết định cho năm sau.",
        lambda one, typed, by, now: actions.decide_next_year(one, choice=typed["choice"], by=by, now=now), NextYearForm,
    ),
    "note_difficulty": Press("vuong-mac", "Ghi thuận lợi, khó khăn", "Đã ghi.", _note, RemarkForm),
}  # fmt: skip
ABOVE_STEPS = {
    "exempt": Press(
        "cho-mien", "Cho miễn", "Đã cho miễn.",
        lambda one, typed, by, now: actions.exempt(one, decision_no=typed["decision_no"], by=by, now=now), ApproveForm,
    ),
    "refuse_exemption": Press(
        "khong-cho-mien", "Không cho miễn", "Đã trả lời không cho miễn.",
        lambda one, typed, by, now: actions.refuse_exemption(one, reason=typed["reason"], by=by, now=now), ReasonForm,
    ),
    "judge_effective": Press(
        "hieu-qua", "Đánh giá hiệu quả", "Đã ghi: hiệu quả.",
        lambda one, typed, by, now: actions.judge_effective(one, by=by, now=now),
    ),
    "judge_ineffective": Press(
        "khong-hieu-qua", "Đánh giá không hiệu quả", "Đã ghi: không hiệu quả. Đơn vị được yêu cầu giải trình.",
        lambda one, typed, by, now: actions.judge_ineffective(one, cause=typed["cause"], by=by, now=now), CauseForm,
    ),
    "rule_on": Press(
        "quyet-dinh", "Ghi quyết định", "Đã ghi quyết định.", _rule, RuleForm,
        says="Quyết định được lưu vào lịch sử của người đứng đầu đơn vị.",
    ),
    "give_time": Press(
        "gia-han", "Gia hạn", "Đã gia hạn.",
        lambda one, typed, by, now: actions.give_time(one, due_at=end_of(typed["due_on"]), by=by, now=now), TimeForm,
    ),
    "urge_adoption": Press(
        "don-doc", "Đôn đốc", "Đã đôn đốc.",
        lambda one, typed, by, now: actions.urge_adoption(one, by=by, now=now),
        says="Lời nhắc hiện trên trang áp dụng của đơn vị.",
    ),
}  # fmt: skip


def officer_step(verb: str) -> View:
    @officer
    def view(request: OfficerRequest, pk: int) -> HttpResponse:
        return _step(request, pk, verb, OFFICER_STEPS[verb], "reforms:adoption")

    return view


def above_step(verb: str) -> View:
    @leader
    def view(request: LeaderRequest, pk: int) -> HttpResponse:
        return _step(request, pk, verb, ABOVE_STEPS[verb], "reforms:province_adoption")

    return view


def _step(request: Any, pk: int, verb: str, press: Press, back: str) -> HttpResponse:
    adoption, now = find(request.office, pk), localtime()
    reason = why_not(request.office, verb, adoption)
    form = press.form(request.POST if request.method == "POST" else None)
    conflicts: list[Conflict] = []
    if request.method == "POST" and not reason and form.is_valid():
        typed = {**form.cleaned_data, "replacing": replacing(request)}
        try:
            press.act(adoption, typed, request.user, now)
        except Clash as clash:
            conflicts = clash.conflicts
        except RuleBroken as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, press.done)
            return redirect(back, pk)
    context = {
        "adoption": adoption, "form": form, "press": press, "reason": reason, "conflicts": conflicts, "back": back,
        "standings": standings(adoption, now) if verb.startswith("judge") else [], "commune": request.office.commune,
        "explanation": adoption.explanations.filter(ruling="").first() if verb in ("explain", "rule_on") else None,
    }  # fmt: skip
    status = 409 if reason or conflicts or form.non_field_errors() else 200
    return render(request, "reforms/officer/adoption_step.html", context, status=status)


def replacing(request: Any) -> list[int]:
    """Programmes that the leader lets end, ticked beside a conflict."""
    return [int(one) for one in request.POST.getlist("replacing") if one.isdecimal()]
