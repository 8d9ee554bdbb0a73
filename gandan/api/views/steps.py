"""The steps of a dossier, one address per verb, and the end of a leg."""

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any, Literal

from django.http import Http404
from django.utils import timezone
from ninja import Router, Schema, Status
from pydantic import AwareDatetime, ConfigDict, Field

from gandan.dossiers import actions
from gandan.dossiers.models import Dossier, Leg, Payment
from gandan.people.models import Role, User
from gandan.places.models import Agency

from .. import shapes
from ..callers import ApiRequest, Bearer, Caller
from ..problems import NOT_ALLOWED, RULE_BROKEN, UNREADABLE, Problem
from ..repeats import once
from ..telling import dossier_detail
from .dossiers import find

router = Router(tags=["Bước xử lý"], auth=Bearer())
ANSWER = shapes.DossierDetail
LONGEST_ID = 2**63 - 1
LegId = Annotated[int, Field(ge=1, le=LONGEST_ID)]
Act = Callable[[Dossier, User, datetime], Any]


def _take(request: ApiRequest, code: str, verb: str, act: Act) -> Status[Any]:
    """Find, check the right, act; answer with the dossier as it is then."""
    request.auth.need(verb, find(request.auth, code) if verb == "approve" else None)

    def do() -> shapes.DossierDetail:
        now, dossier = timezone.now(), find(request.auth, code)
        act(dossier, request.auth.user, now)
        return dossier_detail(find(request.auth, code), request.auth, now)

    return once(request, 200, do)


class Strict(Schema):
    model_config = ConfigDict(extra="forbid")


class Reason(Strict):
    reason: str = Field(min_length=1, max_length=4000, description="in trên văn bản gửi công dân")


class Holder(Strict):
    username: str = Field("", max_length=80, description="đồng nghiệp nhận việc; bỏ trống là chính mình")


class Supplement(Strict):
    """Everything that is missing, at once: a second request needs a leader (`override`)."""

    text: str = Field(min_length=1, max_length=4000)
    components: list[str] = Field(default_factory=list, max_length=100)
    override: bool = False


class Demand(Strict):
    amount: int = Field(ge=1, le=2**31 - 1, description="đồng")
    purpose: str = Field(min_length=1, max_length=200)
    citation: str = Field("", max_length=300)


class Proof(Strict):
    """`payment`: its id; without one, the only payment still owed."""

    method: Literal["cash", "vietqr"]
    payment: int | None = Field(None, ge=1, le=LONGEST_ID)
    bank_reference: str = Field("", max_length=80)


class Outcome(Strict):
    name: str = Field("", max_length=200)
    number: str = Field("", max_length=60)


class Returned(Strict):
    received_by: str = Field("", max_length=120, description="người nhận; bỏ trống là người nộp")


class Apology(Strict):
    cause: str = Field(min_length=1, max_length=4000)
    responsible: str = Field(max_length=20, description="mã cơ quan đã dùng quá thời gian")
    new_due_at: AwareDatetime


class Note(Strict):
    note: str = Field("", max_length=4000)


@router.post("/dossiers/{code}/steps/receive", response=ANSWER, summary="Tiếp nhận: giấy tờ đủ, bắt đầu tính hạn")
def receive(request: ApiRequest, code: str) -> Status[Any]:
    return _take(request, code, "receive", lambda one, by, now: actions.receive(one, by=by, now=now))


@router.post("/dossiers/{code}/steps/hold", response=ANSWER, summary="Nhận việc, hoặc giao cho đồng nghiệp cùng xã")
def hold(request: ApiRequest, code: str, body: Holder | None = None) -> Status[Any]:
    return _take(
        request, code, "hold",
        lambda one, by, now: actions.hold(one, holder=_colleague(one, body.username if body else "") or by, by=by, now=now),
    )  # fmt: skip


def _colleague(dossier: Dossier, username: str) -> User | None:
    if not username:
        return None
    found = User.objects.staff_of(dossier.commune).filter(username=username, is_active=True).first()
    if found is None:
        raise Problem(UNREADABLE, f"Xã không có cán bộ “{username}”.")
    return found


@router.post("/dossiers/{code}/steps/hand_over", response=ANSWER, summary="Chuyển xử lý")
def hand_over(request: ApiRequest, code: str) -> Status[Any]:
    return _take(request, code, "hand_over", lambda one, by, now: actions.hand_over(one, by=by, now=now))


@router.post("/dossiers/{code}/steps/ask_supplement", response=ANSWER, summary="Yêu cầu bổ sung, một lần")
def ask_supplement(request: ApiRequest, code: str, body: Supplement) -> Status[Any]:
    if body.override and not (request.auth.office and request.auth.office.holds(Role.LEADER)):
        raise Problem(NOT_ALLOWED, "Yêu cầu thêm một lần nữa là quyền của lãnh đạo.")
    asked = actions.SupplementRequest(body.text, tuple(body.components), body.override)
    return _take(
        request, code, "ask_supplement", lambda one, by, now: actions.ask_supplement(one, request=asked, by=by, now=now)
    )


@router.post("/dossiers/{code}/steps/resubmit", response=ANSWER, summary="Đã nộp bổ sung (công dân hoặc cán bộ)")
def resubmit(request: ApiRequest, code: str) -> Status[Any]:
    return _take(request, code, "resubmit", lambda one, by, now: actions.resubmit(one, by=by, now=now))


@router.post("/dossiers/{code}/steps/ask_payment", response=ANSWER, summary="Yêu cầu nộp tiền, hạn chờ công dân")
def ask_payment(request: ApiRequest, code: str, body: Demand) -> Status[Any]:
    demand = actions.Demand(body.amount, body.purpose, body.citation)
    return _take(
        request, code, "ask_payment", lambda one, by, now: actions.ask_payment(one, demand=demand, by=by, now=now)
    )


@router.post("/dossiers/{code}/steps/take_cash", response=ANSWER, summary="Thu tiền mặt tại quầy")
def take_cash(request: ApiRequest, code: str, body: Demand) -> Status[Any]:
    demand = actions.Demand(body.amount, body.purpose, body.citation)
    return _take(request, code, "take_cash", lambda one, by, now: actions.take_cash(one, demand=demand, by=by, now=now))


@router.post("/dossiers/{code}/steps/confirm_payment", response=ANSWER, summary="Xác nhận đã nộp tiền")
def confirm_payment(request: ApiRequest, code: str, body: Proof) -> Status[Any]:
    proof = actions.Proof(body.method, body.bank_reference)

    def act(dossier: Dossier, by: User, now: datetime) -> None:
        actions.confirm_payment(_owed(dossier, body.payment), proof=proof, by=by, now=now)

    return _take(request, code, "confirm_payment", act)


def _owed(dossier: Dossier, pk: int | None) -> Payment:
    payments = list(dossier.payments.filter(pk=pk) if pk else dossier.payments.filter(paid_at__isnull=True))
    if len(payments) != 1:
        raise Problem(RULE_BROKEN, "Không có đúng một khoản đang chờ nộp. Xin ghi rõ “payment”.")
    payment = payments[0]
    payment.dossier = dossier
    return payment


@router.post("/dossiers/{code}/steps/approve", response=ANSWER, summary="Phê duyệt, ký kết quả (lãnh đạo)")
def approve(request: ApiRequest, code: str, body: Outcome | None = None) -> Status[Any]:
    result = actions.Outcome(body.name, body.number) if body else None
    return _take(request, code, "approve", lambda one, by, now: actions.approve(one, by=by, now=now, result=result))


@router.post("/dossiers/{code}/steps/return_result", response=ANSWER, summary="Trả kết quả")
def return_result(request: ApiRequest, code: str, body: Returned | None = None) -> Status[Any]:
    return _take(
        request, code, "return_result",
        lambda one, by, now: actions.return_result(one, by=by, now=now, received_by=body.received_by if body else ""),
    )  # fmt: skip


@router.post("/dossiers/{code}/steps/correct", response=ANSWER, summary="Đính chính kết quả")
def correct(request: ApiRequest, code: str, body: Reason) -> Status[Any]:
    return _take(
        request, code, "correct", lambda one, by, now: actions.correct(one, reason=body.reason, by=by, now=now)
    )


@router.post("/dossiers/{code}/steps/refuse", response=ANSWER, summary="Từ chối, ghi lý do")
def refuse(request: ApiRequest, code: str, body: Reason) -> Status[Any]:
    return _take(request, code, "refuse", lambda one, by, now: actions.refuse(one, reason=body.reason, by=by, now=now))


@router.post("/dossiers/{code}/steps/withdraw", response=ANSWER, summary="Rút hồ sơ (công dân hoặc cán bộ)")
def withdraw(request: ApiRequest, code: str) -> Status[Any]:
    return _take(request, code, "withdraw", lambda one, by, now: actions.withdraw(one, by=by, now=now))


@router.post("/dossiers/{code}/steps/stop", response=ANSWER, summary="Dừng giải quyết, ghi lý do")
def stop(request: ApiRequest, code: str, body: Reason) -> Status[Any]:
    return _take(request, code, "stop", lambda one, by, now: actions.stop(one, reason=body.reason, by=by, now=now))


@router.post("/dossiers/{code}/steps/draft_extension", response=ANSWER, summary="Dự thảo văn bản xin lỗi, hẹn lại")
def draft_extension(request: ApiRequest, code: str, body: Apology) -> Status[Any]:
    def act(dossier: Dossier, by: User, now: datetime) -> None:
        responsible = Agency.objects.inside(dossier.commune).filter(code=body.responsible).first()
        if responsible is None:
            raise Problem(UNREADABLE, "“responsible” phải là mã một cơ quan của xã.")
        apology = actions.Apology(body.cause, responsible, body.new_due_at)
        actions.draft_extension(dossier, apology=apology, by=by, now=now)

    return _take(request, code, "draft_extension", act)


@router.post("/dossiers/{code}/steps/extend", response=ANSWER, summary="Ký văn bản xin lỗi, hẹn lại một lần (lãnh đạo)")
def extend(request: ApiRequest, code: str) -> Status[Any]:
    return _take(request, code, "extend", lambda one, by, now: actions.extend(one, by=by, now=now))


@router.post("/dossiers/{code}/legs/{leg_id}/finish", response=ANSWER, summary="Ghi xong một bước")
def finish_leg(request: ApiRequest, code: str, leg_id: LegId, body: Note | None = None) -> Status[Any]:
    def act(dossier: Dossier, by: User, now: datetime) -> None:
        actions.finish_leg(_leg(request.auth, dossier, leg_id), by=by, now=now, note=body.note if body else "")

    return _take(request, code, "finish_leg", act)


def _leg(caller: Caller, dossier: Dossier, pk: int) -> Leg:
    """A partner agency finishes only its own legs; the others of a dossier it sees are not its business."""
    leg = dossier.legs.select_related("agency").filter(pk=pk).first()
    if leg is None:
        raise Http404
    if caller.office is not None and caller.office.is_partner_only and leg.agency_id != caller.office.agency.pk:
        raise Problem(NOT_ALLOWED, f"Bước này của {leg.agency.name}.")
    leg.dossier = dossier
    return leg
