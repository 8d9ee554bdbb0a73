"""The steps of a model, a page and an address each: what is asked, the button, and back to the model."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from gandan.people.access import View, leader, officer

from .. import actions
from ..forms.registry import STEP_FORMS, PlainForm, RecogniseForm
from ..models import Reform
from ..rights import may_take
from ..workflow import STEPS
from .registry import StaffRequest, agency_of, door_of, find, show

STEP_OF = {step.verb: step for step in STEPS}
WORDS = {
    "assess": "tham-dinh", "send_back": "tra-lai", "reject": "khong-chap-thuan", "start_pilot": "thi-diem",
    "close_pilot": "danh-gia-thi-diem", "recognise": "cong-nhan", "pause": "tam-dung", "resume": "tiep-tuc",
    "end": "cham-dut",
}  # fmt: skip
"""Address of each step."""
EXPLAINED = {
    "assess": "Người đề xuất thấy ý tưởng đang được thẩm định.",
    "send_back": "Người đề xuất sửa theo chỗ ghi ở đây rồi gửi lại.",
    "reject": "Lý do ở lại với ý tưởng, người đề xuất đọc được.",
    "start_pilot": "Mô hình vào kho, các xã khác đọc và áp dụng được.",
    "close_pilot": "Kết quả ghi ở đây hiện trên trang của mô hình.",
    "recognise": "Quyết định được tính cho năm ghi trong ngày quyết định.",
    "pause": "Đơn vị khác chưa áp dụng thêm được; nơi đang làm vẫn làm.",
    "resume": "Mô hình trở lại kho để áp dụng.",
    "end": "Không đơn vị nào áp dụng thêm. Nơi đang làm tự quyết định khi nào dừng.",
}


def _press(verb: str, reform: Reform, form: PlainForm, request: StaffRequest) -> None:
    who: dict[str, Any] = {"by": request.user, "now": now()}
    if isinstance(form, RecogniseForm):
        actions.recognise(reform, form.decision(), agency=_home(reform, request), **who)
        return
    getattr(actions, verb)(reform, **form.given(), **who)


def _home(reform: Reform, request: StaffRequest) -> Any:
    """The unit it is recognised for: where it was born, else where the person works."""
    return reform.proposed_by or reform.owner or agency_of(request)


def _page(verb: str) -> Callable[..., HttpResponse]:
    step = STEP_OF[verb]

    def page(request: StaffRequest, code: str) -> HttpResponse:
        reform = find(request, code)
        if not may_take(step, reform, request.office):
            raise Http404
        form = STEP_FORMS[verb](request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid():
            _press(verb, reform, form, request)
            messages.success(request, f"{step.label}: đã ghi.")
            return redirect(f"reforms:{door_of(request)}detail", code)
        shown = {"reform": reform, "form": form, "step": step, "explained": EXPLAINED[verb]}
        return show(request, "step", shown)

    page.__name__ = verb
    return page


def officer_page(verb: str) -> View:
    return officer(_page(verb))


def leader_page(verb: str) -> View:
    return leader(_page(verb))
