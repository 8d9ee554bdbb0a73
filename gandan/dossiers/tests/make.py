"""Plain makers of dossiers and what they stand on. Everything happens in the week of Monday 23/11/2026."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from gandan.catalog.models import Fee, FormDefinition, LimitKind, Procedure, ProcedureVersion, TimeLimit
from gandan.dossiers import actions
from gandan.dossiers.models import Channel, Dossier, Draft
from gandan.dossiers.workflow import Status
from gandan.people.models import Assignment, Role, User
from gandan.places.models import Agency, AgencyKind, CalendarYear
from gandan.places.working import Unit

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=VIETNAM)
PROCEDURE = "1.001193"
COMMUNE = "11131"
ID_NUMBER = "030190012412"
PHONE = "0912345118"
COMPONENTS: list[dict[str, Any]] = [
    {"key": "birth_proof", "name": "Giấy chứng sinh"},
    {"key": "id_card", "name": "Thẻ căn cước", "reusable": True, "upload": False},
    {"key": "authorisation", "name": "Văn bản ủy quyền", "group": "when", "when": "Nhờ người khác đi làm thay"},
]
STEPS: list[dict[str, Any]] = [
    {
        "key": "child", "title": "Bé và giấy chứng sinh",
        "fields": [
            {"key": "child_name", "label": "Họ, chữ đệm và tên của bé"},
            {"key": "born_on", "label": "Ngày sinh", "type": "date", "rules": ["past"]},
            {"key": "sex", "label": "Giới tính", "type": "choice", "options": [["male", "Nam"], ["female", "Nữ"]]},
            {"key": "place", "label": "Sinh ở đâu", "type": "choice", "required": False,
             "options": [["hospital", "Cơ sở y tế"], ["home", "Nơi khác"]]},
            {"key": "place_name", "label": "Tên nơi sinh", "required": False,
             "show_if": {"field": "place", "equals": "home"}},
        ],
    },
]  # fmt: skip
ROUTE: list[list[dict[str, Any]]] = [
    [{"key": "appraise", "name": "Thẩm tra", "agency": "commune", "role": "specialist", "half_days": 1}],
    [
        {"key": "residence", "name": "Đăng ký thường trú", "agency": "cong_an", "role": "partner", "half_days": 2},
        {"key": "insurance", "name": "Thẻ bảo hiểm y tế", "agency": "bhxh", "role": "partner", "half_days": 2},
    ],
    [{"key": "approve", "name": "Phê duyệt, ký", "agency": "commune", "role": "leader", "half_days": 1}],
]


def moment(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026, Vietnamese time."""
    return datetime(2026, 11, day, hour, minute, tzinfo=VIETNAM)


def stop_clock(patch: pytest.MonkeyPatch, at: datetime) -> None:
    """Everybody who asks the time, pages and database columns alike, hears `at`."""
    patch.setattr("django.utils.timezone.now", lambda: at)


def commune(code: str = COMMUNE, name: str = "Xã Chí Minh", identifier: str = "000.31.52.H24") -> Agency:
    """A serving commune with its police and insurance offices; the same one for the same code."""
    found = Agency.objects.filter(code=code).select_related("province").first()
    if found is not None:
        return found
    cache.clear()
    CalendarYear.objects.get_or_create(
        year=2026, defaults={"basis": "TB 1/2025", "confirmed_by": "Văn thư", "confirmed_at": MONDAY}
    )
    province, _ = Agency.objects.get_or_create(
        code="31", defaults={"name": "Thành phố Hải Phòng", "kind": AgencyKind.PROVINCE}
    )
    made = Agency.objects.create(
        code=code, name=name, kind=AgencyKind.COMMUNE, parent=province, province=province, identifier=identifier,
        phone="0220 3000 101", is_serving=True,
    )  # fmt: skip
    made.commune = made
    made.save()
    for part, named in (("cong_an", "Công an xã"), ("bhxh", "Bảo hiểm xã hội")):
        Agency.objects.create(
            code=f"{code}-{part}", name=named, kind=AgencyKind.PARTNER, part=part, parent=made, commune=made,
            province=province,
        )  # fmt: skip
    return made


def version(
    code: str = PROCEDURE, *, working_days: int = 3, promised: int | None = None, **more: Any
) -> ProcedureVersion:
    """A published version with a declaration, three components, three stages and a confirmed fee of 8.000 đ online.

    `steps=[]` leaves the declaration out; `promised` is a commune's shorter promise in working days.
    """
    steps = more.pop("steps", STEPS)
    facts = {
        "name": "Thủ tục đăng ký khai sinh", "short_name": "Đăng ký khai sinh", "field": "Hộ tịch", "handled_by": "ubnd_xa",
    }  # fmt: skip
    procedure, _ = Procedure.objects.get_or_create(code=code, defaults=facts)
    defaults = {
        "valid_from": date(2026, 1, 1), "is_published": True, "channels": ["counter", "online", "post"],
        "components": COMPONENTS, "route": ROUTE, "results": [{"code": "", "name": "Giấy khai sinh"}],
    }  # fmt: skip
    made = ProcedureVersion.objects.create(procedure=procedure, **{**defaults, **more})
    _limit(made, LimitKind.STATUTORY, working_days)
    if promised is not None:
        _limit(made, LimitKind.PROMISED, promised)
    Fee.objects.create(
        version=made,
        channels=["online", "counter"],
        amount=8000,
        is_verified=True,
        citation="Nghị quyết 23/2026/NQ-HĐND",
    )
    if steps:
        FormDefinition.objects.create(version=made, steps=steps)
    return made


def _limit(version: ProcedureVersion, kind: str, count: int) -> TimeLimit:
    return TimeLimit.objects.create(
        version=version,
        kind=kind,
        count=count,
        unit=Unit.WORKING_DAY,
        is_verified=True,
        citation="Luật Hộ tịch, Điều 16",
    )


def citizen(name: str = "Nguyễn Thị Lan", phone: str = PHONE) -> User:
    return User.objects.create_citizen(phone=phone, full_name=name)


def officer(username: str = "minh", *roles: str, agency: Agency | None = None) -> User:
    """A member of staff with roles (reception, when none is named) who signs in without a second factor."""
    agency = agency or commune()
    user = User.objects.create_staff(
        username, full_name=username.capitalize(), agency=agency, needs_second_factor=False
    )
    for role in roles or (str(Role.RECEPTION),):
        Assignment.objects.create(user=user, agency=agency, role=role, since=date(2026, 1, 1))
    return user


def leader(username: str = "hoa", agency: Agency | None = None) -> User:
    return officer(username, str(Role.LEADER), agency=agency)


APPLICANT = {
    "applicant_name": "Nguyễn Thị Lan", "applicant_gender": "female", "applicant_phone": PHONE, "applicant_email": "",
    "applicant_id_number": ID_NUMBER, "applicant_address": "Thôn Ngọc Lâm", "on_behalf_of": "",
}  # fmt: skip
ANSWERS = {"child_name": "Phạm Gia Bảo", "born_on": "2026-11-05", "sex": "male", "place": "hospital"}


def draft(*, of: ProcedureVersion | None = None, owner: User | None = None, is_filled: bool = True) -> Draft:
    """A draft, filled to the last step unless told otherwise."""
    made = actions.start_draft(of or version(), commune=commune(), owner=owner)
    if is_filled:
        actions.save_step(made, step="applicant", answers={}, person=APPLICANT)
        steps = made.form.steps if made.form else []
        for step in steps:
            actions.save_step(made, step=step["key"], answers=ANSWERS if step["key"] == "child" else {})
        actions.save_step(made, step="papers", answers={})
    return made


def photo(name: str = "giay.jpg", *, kind: str = "JPEG", size: tuple[int, int] = (60, 40)) -> SimpleUploadedFile:
    """A small true picture."""
    out = io.BytesIO()
    Image.new("RGB", size, "white").save(out, kind)
    return SimpleUploadedFile(name, out.getvalue(), content_type="image/jpeg")


def dossier(
    status: str = Status.REGISTERED, *, of: ProcedureVersion | None = None, owner: User | None = None,
    now: datetime = MONDAY, channel: str = Channel.ONLINE,
) -> Dossier:  # fmt: skip
    """A dossier brought to `status` by its own verbs, all at `now`; the papers are complete."""
    made_draft = draft(of=of, owner=owner)
    made_draft.channel = channel
    made_draft.save()
    actions.add_paper(made_draft, component="birth_proof", upload=photo())
    made = actions.submit(made_draft, by=owner, now=now)
    for step in _WAYS[Status(status)]:
        step(made, now)
        made = Dossier.objects.select_related("version__procedure", "agency", "commune").get(pk=made.pk)
    return made


def _by(username: str, role: str) -> User:
    return User.objects.filter(username=username).first() or officer(username, role)


def _minh() -> User:
    return _by("minh", str(Role.RECEPTION))


def _hoa() -> User:
    return _by("hoa", str(Role.LEADER))


def _receive(one: Dossier, now: datetime) -> None:
    actions.receive(one, by=_minh(), now=now)


def _hand_over(one: Dossier, now: datetime) -> None:
    actions.hand_over(one, by=_minh(), now=now)


def _ask_supplement(one: Dossier, now: datetime) -> None:
    asked = actions.SupplementRequest("Còn thiếu ảnh Giấy chứng sinh mặt sau", ("birth_proof",))
    actions.ask_supplement(one, request=asked, by=_minh(), now=now)


def _ask_payment(one: Dossier, now: datetime) -> None:
    actions.ask_payment(one, demand=actions.Demand(8000, "Lệ phí đăng ký khai sinh"), by=_minh(), now=now)


def finish_legs(one: Dossier, now: datetime = MONDAY) -> None:
    """Finish every leg before the leader's."""
    while leg := one.legs.filter(status="running").exclude(role=Role.LEADER).select_related("dossier__agency").first():
        actions.finish_leg(leg, by=_minh(), now=now)


def _approve(one: Dossier, now: datetime) -> None:
    finish_legs(one, now)
    actions.approve(one, by=_hoa(), now=now, result=actions.Outcome("Giấy khai sinh", "01/2026", photo("ket-qua.jpg")))


def _return(one: Dossier, now: datetime) -> None:
    actions.return_result(one, by=_minh(), now=now)


def _refuse(one: Dossier, now: datetime) -> None:
    actions.refuse(one, reason="Đất thuộc xã Tứ Kỳ", by=_minh(), now=now)


def _withdraw(one: Dossier, now: datetime) -> None:
    actions.withdraw(one, by=None, now=now)


def _stop(one: Dossier, now: datetime) -> None:
    actions.stop(one, reason="Người nộp đã chuyển đi", by=_minh(), now=now)


_WAYS: dict[Status, tuple[Callable[[Dossier, datetime], None], ...]] = {
    Status.REGISTERED: (),
    Status.RECEIVED: (_receive,),
    Status.PROCESSING: (_receive, _hand_over),
    Status.SUPPLEMENT: (_receive, _ask_supplement),
    Status.PAYMENT: (_receive, _hand_over, _ask_payment),
    Status.SETTLED: (_receive, _hand_over, _approve),
    Status.RETURNED: (_receive, _hand_over, _approve, _return),
    Status.REFUSED: (_refuse,),
    Status.WITHDRAWN: (_withdraw,),
    Status.STOPPED: (_stop,),
}
