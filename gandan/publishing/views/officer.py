"""The officer's side: screens, clips, playlists, the log and the table of hours; the leader's urgent message."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.timezone import localdate, localtime
from django.views.decorators.http import require_POST

from gandan.people.access import OfficerRequest, officer
from gandan.people.models import Role
from gandan.places.models import Agency
from gandan.ui.views.files import as_table

from .. import actions, showing
from ..forms import ClipForm, InterruptForm, ScreenForm
from ..models import Clip, Interruption, Play, Screen

KEEPERS = (Role.COMMUNICATIONS, Role.CLERK, Role.LEADER, Role.ADMINISTRATOR)
DAYS, LINES, MOST_DAYS = 7, 40, 31
HEADS = ("Màn hình", "Ngày", "Giờ", "Phút đã phát", "Phút phải phát", "Kết quả")


@officer
def playlists(request: OfficerRequest) -> HttpResponse:
    """Every screen with its day, every clip, and what is set up where."""
    return _index(request, ScreenForm(), ClipForm())


def _index(request: OfficerRequest, screen_form: ScreenForm, clip_form: ClipForm) -> HttpResponse:
    now = timezone.now()
    screens = Screen.objects.filter(agency=request.commune).select_related("agency")
    facts = {
        "screens": [(one, showing.day_count(one, localdate(now), now)) for one in screens],
        "clips": Clip.objects.filter(agency=request.commune, withdrawn_at__isnull=True), "commune": request.commune,
        "screen_form": screen_form, "clip_form": clip_form, "may_keep": request.office.holds(*KEEPERS),
        "holding": Interruption.objects.holding(now).filter(agency=request.commune).first(),
        "interrupt_form": InterruptForm(), "may_interrupt": request.office.holds(Role.LEADER), "now": now,
    }  # fmt: skip
    return render(request, "publishing/officer/playlists.html", facts)


@officer(*KEEPERS)
@require_POST
def keep_screen(request: OfficerRequest) -> HttpResponse:
    form = ScreenForm(request.POST)
    if not form.is_valid():
        return _index(request, form, ClipForm())
    made = actions.keep_screen(request.commune, form.draft(), by=request.user, now=timezone.now())
    messages.success(request, f"Đã thêm màn hình “{made}”.")
    return redirect("publishing:screen_detail", made.pk)


@officer(*KEEPERS)
@require_POST
def add_clip(request: OfficerRequest) -> HttpResponse:
    form = ClipForm(request.POST, request.FILES)
    if not form.is_valid():
        return _index(request, ScreenForm(), form)
    made = actions.add_clip(request.commune, form.draft(), by=request.user, now=timezone.now())
    messages.success(request, f"Đã thêm clip “{made}”. Xếp clip này vào danh sách phát của từng màn hình.")
    return redirect("publishing:playlists")


@officer(*KEEPERS)
@require_POST
def withdraw_clip(request: OfficerRequest, pk: int) -> HttpResponse:
    clip = get_object_or_404(Clip, pk=pk, agency=request.commune)
    actions.withdraw_clip(clip, by=request.user, now=timezone.now())
    messages.success(request, f"Đã gỡ clip “{clip}” khỏi mọi màn hình.")
    return redirect("publishing:playlists")


def _screen(commune: Agency, pk: int) -> Screen:
    return get_object_or_404(Screen.objects.select_related("agency"), pk=pk, agency=commune)


@officer
def screen_detail(request: OfficerRequest, pk: int) -> HttpResponse:
    """One screen: address, playlist, plan, hours of the last days, log. `?dang=xlsx` is the table of hours as a file."""
    screen, now = _screen(request.commune, pk), timezone.now()
    if request.GET.get("dang") == "xlsx":
        return _hours_file(request, screen, now)
    return _detail(request, screen, ScreenForm(initial=vars(screen)))


def _detail(request: OfficerRequest, screen: Screen, form: ScreenForm) -> HttpResponse:
    now = timezone.now()
    today, shown = localdate(now), screen.clips_in_order()
    facts = {
        "screen": screen, "items": shown, "slots": [*shown, *[None] * 3], "now": now, "commune": request.commune,
        "clips": Clip.objects.filter(agency=request.commune, withdrawn_at__isnull=True), "form": form,
        "days": [showing.day_count(screen, today - timedelta(days=back), now) for back in range(DAYS)],
        "planned": showing.planned_minutes(screen, today), "missing": showing.missing_subjects(screen),
        "log": Play.objects.filter(screen=screen).select_related("clip")[:LINES],
        "may_keep": request.office.holds(*KEEPERS),
    }  # fmt: skip
    return render(request, "publishing/officer/screen_detail.html", facts)


@officer(*KEEPERS)
@require_POST
def change_screen(request: OfficerRequest, pk: int) -> HttpResponse:
    screen, form = _screen(request.commune, pk), ScreenForm(request.POST)
    if not form.is_valid():
        return _detail(request, screen, form)
    actions.keep_screen(request.commune, form.draft(), screen=screen, by=request.user, now=timezone.now())
    messages.success(request, "Đã lưu màn hình.")
    return redirect("publishing:screen_detail", pk)


@officer(*KEEPERS)
@require_POST
def arrange(request: OfficerRequest, pk: int) -> HttpResponse:
    """The chosen clips from top to bottom; an empty line is none."""
    screen = _screen(request.commune, pk)
    wanted = [one for one in request.POST.getlist("clip") if one.isascii() and one.isdigit()]
    clips = {str(one.pk): one for one in Clip.objects.filter(agency=request.commune, withdrawn_at__isnull=True)}
    chosen = [clips[one] for one in wanted if one in clips]
    actions.arrange(screen, clips=chosen, by=request.user, now=timezone.now())
    messages.success(request, "Đã lưu danh sách phát. Màn hình đổi theo trong vòng nửa phút.")
    return redirect("publishing:screen_detail", pk)


@officer(Role.LEADER)
@require_POST
def interrupt(request: OfficerRequest) -> HttpResponse:
    form, now = InterruptForm(request.POST), timezone.now()
    if not form.is_valid():
        messages.error(request, "Thông báo khẩn cần lời và số phút.")
        return redirect("publishing:playlists")
    until = now + timedelta(minutes=form.cleaned_data["minutes"])
    actions.interrupt(request.commune, words=form.cleaned_data["words"], until=until, by=request.user, now=now)
    messages.success(request, "Thông báo khẩn hiện trên mọi màn hình trong vòng nửa phút.")
    return redirect("publishing:playlists")


@officer(Role.LEADER)
@require_POST
def end_interruption(request: OfficerRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Interruption, pk=pk, agency=request.commune)
    actions.end_interruption(found, by=request.user, now=timezone.now())
    messages.success(request, "Đã thôi thông báo khẩn.")
    return redirect("publishing:playlists")


def _hours_file(request: OfficerRequest, screen: Screen, now: datetime) -> HttpResponse:
    """Hour by hour of at most a month, ending with the day asked for."""
    last = _day(request.GET.get("den", "")) or localdate(now)
    first = _day(request.GET.get("tu", "")) or last - timedelta(days=DAYS - 1)
    days = [last - timedelta(days=back) for back in range(min(MOST_DAYS, (last - first).days + 1))]
    rows = [
        (screen.name, f"{count.day:%d/%m/%Y}", f"{one.hour} giờ", round(one.minutes, 1), one.needed // 60,
         "đạt" if one.is_met else "thiếu")
        for count in (showing.day_count(screen, day, now) for day in reversed(days))
        for one in count.hours
    ]  # fmt: skip
    title = f"Giờ phát của màn hình {screen.name}, lập lúc {localtime(now):%H:%M %d/%m/%Y}"
    return as_table("gio-phat.xlsx", title, HEADS, rows)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
