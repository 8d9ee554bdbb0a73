"""What may be done next on a dossier, by whom, and why the rest may not: the foot of the officer's page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localtime

from gandan.core.vietnamese import say_day, say_due
from gandan.people.offices import Office
from gandan.places.models import AgencyKind

from ... import rights
from ...actions.working import missing_papers
from ...clockwork import calendar_for
from ...deadlines import extension_latest
from ...models import Dossier, ExtensionStatus, Leg, LegStatus
from ...returning import is_on_one_copy, lacks_scan, may_be_brought
from ...signing import open_work
from ...workflow import BEFORE_SETTLING, STEPS, Status

LABELS = {step.verb: step.label for step in STEPS} | {
    "hold": "Giao người giữ",
    "finish_leg": "Ghi xong bước",
    "draft_extension": "Xin lỗi và hẹn lại",
    "extend": "Ký xin lỗi, hẹn lại",
    "take_cash": "Thu tiền tại quầy",
    "scan_paper": "Quét giấy tờ",
    "fall_back": "Không kịp, về hạn thường",
    "keep_scan": "Lưu bản quét",
    "promise_home_return": "Mang kết quả đến nhà",
}
FIRST = ("finish_leg", "receive", "hand_over", "resubmit", "confirm_payment", "approve", "return_result", "keep_scan")
IN_BAR = (*FIRST, "hold", "fall_back", "ask_supplement", "draft_extension", "extend", "refuse")
ASIDE = ("take_cash", "ask_payment", "promise_home_return", "correct", "withdraw", "stop")
DANGER = ("refuse", "stop", "withdraw")
RUNNING = (Status.RECEIVED, Status.PROCESSING)
KEYS = {"hold": "C", "approve": "T", "receive": "N", "return_result": "K"}


@dataclass(frozen=True)
class NextStep:
    """A button: where it leads, how it looks, and the reason when it must not be pressed."""

    verb: str
    label: str
    href: str
    look: str = "quiet"
    key: str = ""
    reason: str = ""
    warning: str = ""


def step_of(dossier: Dossier, office: Office, verb: str, now: datetime) -> NextStep:
    """One verb as a button, forbidden or not."""
    reason = "" if rights.may(office, verb, dossier) else rights.why_not(verb)
    warning = ""
    if not reason:
        reason, warning = _rule(dossier, office, verb, now)
    look = "danger" if verb in DANGER else "quiet"
    href = "" if verb == "finish_leg" else reverse(f"dossiers:{verb}", args=[dossier.code])
    return NextStep(verb, LABELS[verb], href, look, KEYS.get(verb, ""), reason, warning)


def _rule(dossier: Dossier, office: Office, verb: str, now: datetime) -> tuple[str, str]:
    """Reason against, and warning about, what the role would allow."""
    if verb == "ask_supplement" and dossier.supplement_count:
        return _second_supplement(dossier, office, now)
    rules: dict[str, Callable[[], str]] = {
        "receive": lambda: _missing(dossier),
        "approve": lambda: _open_work(dossier),
        "draft_extension": lambda: _extension(dossier, now),
        "extend": lambda: _extension(dossier, now),
        "return_result": lambda: "còn thiếu bản quét của giấy đã ký" if lacks_scan(dossier) else "",
    }
    return (rules[verb]() if verb in rules else ""), ""


def _second_supplement(dossier: Dossier, office: Office, now: datetime) -> tuple[str, str]:
    asked = dossier.supplement_asked_at
    day = say_day(localtime(asked).date(), today=now.date()) if asked else ""
    if office.holds(*rights.LEADERS):
        return "", f"Đã yêu cầu ngày {day}. Yêu cầu thêm thì chỉ số 2.1 (QĐ 766) tính là quá hạn."
    return f"đã dùng lần duy nhất, {day} (NĐ 118/2025, Điều 16). Cần lãnh đạo đồng ý để yêu cầu thêm", ""


def _missing(dossier: Dossier) -> str:
    missing = missing_papers(dossier)
    return f"còn thiếu: {', '.join(missing)}" if missing else ""


def _open_work(dossier: Dossier) -> str:
    names = [f"{leg.name} ({leg.agency})" for leg in open_work(dossier.legs.all())]
    return f"còn bước chưa xong: {', '.join(names)}" if names else ""


def _extension(dossier: Dossier, now: datetime) -> str:
    extension = getattr(dossier, "extension", None)
    if extension is not None and extension.status == ExtensionStatus.SIGNED and extension.signed_at:
        day = say_day(localtime(extension.signed_at).date(), today=now.date())
        return f"đã hẹn lại lần duy nhất, {day} (NĐ 118/2025, Điều 19, khoản 6)"
    if dossier.due_at is None:
        return "chưa có ngày hẹn"
    latest = extension_latest(dossier.due_at, calendar_for(dossier))
    if now > latest:
        return f"chỉ được đến {say_due(localtime(latest), today=now.date())}, trước ngày hẹn một ngày làm việc"
    return ""


def next_steps(
    dossier: Dossier, office: Office, legs: list[Leg], now: datetime
) -> tuple[list[NextStep], list[NextStep]]:
    """The buttons of the foot, the one to press first in front, danger last; and the rest for the margin."""
    possible = {step.verb for step in dossier.possible_steps()} - {"close"} | _beside(dossier)
    own = (
        [_finishing(leg) for leg in legs if may_finish(leg, office) and leg.role != "leader"]
        if dossier.status == Status.PROCESSING
        else []
    )
    foot = [*own, *(step_of(dossier, office, verb, now) for verb in IN_BAR if verb in possible)]
    first = next((step for step in foot if not step.reason and step.verb in FIRST), None)
    foot = [replace(step, look="main") if step is first else step for step in foot]
    foot.sort(key=lambda step: (step.look != "main", step.look == "danger", bool(step.reason)))
    return foot, [step_of(dossier, office, verb, now) for verb in ASIDE if verb in possible]


def _finishing(leg: Leg) -> NextStep:
    return NextStep("finish_leg", f"Xong: {leg.name}", reverse("dossiers:finish_leg", args=[leg.dossier.code, leg.pk]))


def _beside(dossier: Dossier) -> set[str]:
    """Verbs that do not change the status."""
    verbs = {"hold"} if dossier.status in (*BEFORE_SETTLING, Status.SETTLED) else set()
    if dossier.status in (*RUNNING, Status.REGISTERED, Status.SETTLED):
        verbs.add("take_cash")
    if dossier.status == Status.SETTLED and is_on_one_copy(dossier):
        verbs.add("keep_scan")
    if dossier.status in (*RUNNING, Status.SETTLED) and may_be_brought(dossier):
        verbs.add("promise_home_return")
    if dossier.status in (*RUNNING, Status.PAYMENT) and dossier.working.get("programme", {}).get("is_same_day"):
        verbs.add("fall_back")
    if dossier.status in RUNNING:
        has_draft = getattr(dossier, "extension", None) is not None
        verbs |= {"draft_extension", "extend"} if has_draft else {"draft_extension"}
    return verbs


def may_finish(leg: Leg, office: Office) -> bool:
    """A partner finishes its own legs, the commune's staff those of the commune and its divisions, a leader the leader's."""
    if leg.status != LegStatus.RUNNING or not rights.may(office, "finish_leg"):
        return False
    if leg.agency.kind == AgencyKind.PARTNER or office.is_partner_only:
        return leg.agency_id == office.agency.pk
    return leg.role != "leader" or office.holds(*rights.LEADERS)
