"""Booking from the phone in three steps: what, when, who. Then the page of the appointment, opened by its key."""

from __future__ import annotations

from typing import Any

from allauth.core.internal.httpkit import get_client_ip
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gandan.booking import actions, offers
from gandan.booking.actions.booking import Wish
from gandan.booking.forms import ContactForm
from gandan.booking.models import Appointment, Source
from gandan.core.errors import RuleBroken
from gandan.hall.hours import open_now
from gandan.people import actions as people
from gandan.people import limits
from gandan.people.access import PublicRequest, public
from gandan.people.contacts import CodeCarrier, CodeNotSent, Contact
from gandan.people.forms import CodeForm
from gandan.people.models import OneTimeCode, User

from .choosing import Chosen, choose, chosen, day_of, moment_of, services_of

PENDING = "booking.pending"


def _citizen(request: PublicRequest) -> User | None:
    user = request.user
    return user if isinstance(user, User) and not user.is_staff_member else None


@public
def book(request: PublicRequest) -> HttpResponse:
    """Step 1: what; step 2: which day and hour."""
    now = localtime()
    try:
        picked = chosen(request, request.commune, now.date())
    except RuleBroken as refused:
        messages.error(request, refused.message)
        return redirect("booking:book")
    if picked is None:
        page: dict[str, Any] = {
            "services": services_of(request.commune, now.date()), "opening": open_now(request.commune, now).said(now.date()),
        }  # fmt: skip
        return render(request, "booking/public/book.html", page)
    days = offers.free_days(request.commune, picked.rule, now)
    page = {
        "chosen": picked,
        "days": days,
        "day": day_of(request, days),
        "today": now.date(),
        "next": reverse("booking:contact"),
    }
    return render(request, "booking/public/when.html", page)


@public
def contact(request: PublicRequest) -> HttpResponse:
    """Step 3: who comes. A signed-in citizen's phone is known; another's is proved by a code."""
    now = localtime()
    picked = chosen(request, request.commune, now.date())
    if picked is None:
        return redirect("booking:book")
    at, lan = moment_of(request.GET.get("luc", "")), _citizen(request)
    form = ContactForm(request.POST or None, initial={"name": lan.full_name if lan else ""}, is_known=lan is not None)
    if request.method == "POST" and form.is_valid():
        wanted = {
            "programme": picked.rule.programme_id, "matter": picked.matter.value, "at": at.isoformat(), **form.cleaned_data,
        }  # fmt: skip
        if lan is not None:
            return _take(request, {**wanted, "phone": lan.phone}, lan)
        if _send_code(request, form, wanted):
            return redirect("booking:prove")
    page = {"chosen": picked, "at": at, "form": form, "citizen": lan, "today": now.date()}
    return render(request, "booking/public/contact.html", page)


def _send_code(request: PublicRequest, form: ContactForm, wanted: dict[str, Any]) -> bool:
    """A code to the phone; what was chosen waits in the session. False, with the reason in the form."""
    now, to = localtime(), Contact.of("phone", wanted["phone"])
    try:
        if not limits.may_ask_code(to, get_client_ip(request) or "?", now=now):
            raise RuleBroken(
                _("Đã gửi nhiều mã trong một giờ. Xin đợi một giờ rồi thử lại, hoặc gọi điện cho Trung tâm.")
            )
        asked, code = people.ask_code(to, now=now)
        carry: CodeCarrier = import_string(settings.CODE_CARRIER)
        carry(to, code, valid_minutes=people.CODE_MINUTES)
    except (RuleBroken, CodeNotSent) as problem:
        form.add_error(None, str(problem))
        return False
    request.session[PENDING] = {**wanted, "asked": asked.pk}
    return True


@public
def prove(request: PublicRequest) -> HttpResponse:
    """The six digits; right ones take the place."""
    wanted: dict[str, Any] = request.session.get(PENDING) or {}
    asked = OneTimeCode.objects.filter(pk=wanted.get("asked", 0)).first()
    if asked is None:
        return redirect("booking:book")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = _proved(request, asked, form)
        if person is not None:
            request.session.pop(PENDING)
            return _take(request, wanted, person)
    picked = choose(request.commune, localtime().date(), str(wanted["programme"]), wanted["matter"])
    page = {
        "form": form, "to": asked.contact, "minutes": people.CODE_MINUTES, "chosen": picked, "at": moment_of(wanted["at"]),
        "today": localtime().date(),
    }  # fmt: skip
    return render(request, "booking/public/prove.html", page)


def _proved(request: PublicRequest, asked: OneTimeCode, form: CodeForm) -> User | None:
    now = localtime()
    if not limits.may_check_code(get_client_ip(request) or "?", now=now):
        form.add_error(None, _("Đã thử nhiều lần. Xin đợi một giờ rồi thử lại."))
        return None
    person = people.check_code(asked, typed=form.cleaned_data["code"], now=now)
    if person is None:
        form.add_error("code", _("Mã chưa đúng hoặc đã hết hạn. Xin xem lại tin nhắn mới nhất."))
    return person


def _take(request: PublicRequest, wanted: dict[str, Any], person: User) -> HttpResponse:
    """Book; where the hour went meanwhile, back to the hours of that day with the reason."""
    now, at = localtime(), moment_of(wanted["at"])
    picked = choose(request.commune, now.date(), str(wanted["programme"]), wanted["matter"])
    try:
        made = actions.book(request.commune, _wish(picked, wanted, person), by=person, now=now)
    except RuleBroken as refused:
        messages.error(request, refused.message)
        return redirect(f"{reverse('booking:book')}?{picked.query}&ngay={at:%Y-%m-%d}")
    messages.success(request, _("Đã giữ lịch hẹn. Xin lưu lại trang này."))
    return redirect("booking:mine", made.key)


def _wish(picked: Chosen, wanted: dict[str, Any], person: User) -> Wish:
    return Wish(
        programme_id=picked.rule.programme_id, starts_at=moment_of(wanted["at"]), name=wanted["name"], phone=wanted["phone"],
        matter="" if picked.matter.procedure else picked.matter.value, procedure=picked.matter.procedure,
        words=wanted["words"], source=Source.WEB, owner=person,
    )  # fmt: skip


# --- The appointment, by its key -------------------------------------------------------------------------------------
def find(request: PublicRequest, key: str) -> Appointment:
    """404 for a key that opens nothing; the page wears the letterhead of the appointment's commune."""
    related = ("agency__commune__province", "procedure", "officer", "ticket", "programme")
    appointment = get_object_or_404(Appointment.objects.select_related(*related), key=key)
    if appointment.agency.commune is None:
        raise Http404
    request.commune = appointment.agency.commune
    return appointment


@public
def mine(request: PublicRequest, key: str) -> HttpResponse:
    """When, where, what to bring; change it, give it back, put it into the calendar."""
    appointment, now = find(request, key), localtime()
    page = {
        "one": appointment, "may_change": appointment in Appointment.objects.still_open() and appointment.starts_at > now,
        "today": now.date(), "place": appointment.agency.address or request.commune.address,
        "at_map": request.commune if request.commune.latitude is not None else None,
    }  # fmt: skip
    return render(request, "booking/public/mine.html", page)


@public
@require_POST
def cancel(request: PublicRequest, key: str) -> HttpResponse:
    appointment = find(request, key)
    actions.cancel(appointment, by=_citizen(request), now=localtime(), reason=request.POST.get("reason", ""))
    messages.success(request, _("Đã hủy lịch hẹn. Chỗ này sẽ mở lại cho người khác."))
    return redirect("booking:mine", key)


@public
def move(request: PublicRequest, key: str) -> HttpResponse:
    """Another hour of the same service; the old one is kept until the new one is taken."""
    appointment, now = find(request, key), localtime()
    if request.method == "POST":
        actions.move(appointment, starts_at=moment_of(request.POST.get("luc", "")), by=_citizen(request), now=now)
        messages.success(request, _("Đã đổi giờ hẹn."))
        return redirect("booking:mine", key)
    rule = offers.service(appointment.agency, appointment.programme_id, now.date())
    days = offers.free_days(appointment.agency, rule, now)
    page = {"one": appointment, "days": days, "day": day_of(request, days), "today": now.date()}
    return render(request, "booking/public/move.html", page)
