"""What the commune keeps: who answers for which field, channels and their posts, touchpoints; posters to hang."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from gandan.documents.drawing import as_pdf
from gandan.documents.sheets import Paragraph, Qr, Sheet
from gandan.people.access import OfficerRequest, officer
from gandan.people.models import Role
from gandan.places.models import Agency
from gandan.ui.qr import png
from gandan.ui.views.files import as_file
from gandan.ui.views.pressing import press

from .. import actions
from ..forms import ChannelForm, DutyForm, PostForm, TouchForm
from ..models import ChannelKind, CommunityChannel, FieldDuty, Post, Thread, Touchpoint
from ..models.touching import with_counts
from ..workflow import WAITING
from .desk import of_the_office, tabs
from .door import fields_in_force

KEEPERS = (Role.LEADER, Role.ADMINISTRATOR, Role.COMMUNICATIONS, Role.CLERK)
COMMON = "việc chung"


@officer
def duties(request: OfficerRequest) -> HttpResponse:
    of_the_office(request)
    given = {one.field: one for one in FieldDuty.objects.filter(commune=request.commune).select_related("officer")}
    waiting = dict(
        Thread.objects.of(request.commune).waiting().values_list("field").annotate(n=Count("pk")).order_by("field")
    )
    names = ["", *fields_in_force()]
    lines = [
        (name or COMMON, name, given.get(name), waiting.get(name, 0),
         DutyForm(commune=request.commune, initial={"officer": given[name].officer if name in given else None}, auto_id=False))
        for name in names
    ]  # fmt: skip
    may_give = request.office.holds(*KEEPERS)
    facts = {"tabs": tabs("conversations:duties"), "lines": lines, "may_give": may_give}
    return render(request, "conversations/officer/duties.html", facts)


@officer(*KEEPERS)
@require_POST
def give_field_duty(request: OfficerRequest) -> HttpResponse:
    of_the_office(request)
    name = request.POST.get("field", "")
    form = DutyForm(request.POST, commune=request.commune)
    if name in ["", *fields_in_force()] and press(request, form, lambda: actions.give_field_duty(
        request.commune, name, form.cleaned_data["officer"], by=request.user, now=timezone.now()
    )):  # fmt: skip
        messages.success(request, f"Đã phân công {name or COMMON}.")
    else:
        messages.error(request, "Chưa phân công được. Chọn người của xã này.")
    return redirect("conversations:duties")


@officer
def channels(request: OfficerRequest) -> HttpResponse:
    of_the_office(request)
    rows = CommunityChannel.objects.filter(commune=request.commune).select_related("hamlet", "moderator")
    counted = rows.annotate(
        n_posts=Count("posts", distinct=True), n_threads=Count("threads", distinct=True),
        n_unseen=Count("posts", filter=Q(posts__is_shown=False, posts__moderated_by=None), distinct=True),
    ).order_by("name")  # fmt: skip
    facts = {"tabs": tabs("conversations:channels"), "rows": counted}
    return render(request, "conversations/officer/channels.html", facts)


def _channel(request: OfficerRequest, pk: int) -> CommunityChannel:
    of_the_office(request)
    rows = CommunityChannel.objects.filter(commune=request.commune).select_related("hamlet", "moderator")
    return get_object_or_404(rows, pk=pk)


@officer(*KEEPERS)
def keep_community_channel(request: OfficerRequest, pk: int | None = None) -> HttpResponse:
    of_the_office(request)
    known = _channel(request, pk) if pk else None
    form = ChannelForm(request.POST or None, commune=request.commune, channel=known)
    kept: list[CommunityChannel] = []
    if press(request, form, lambda: kept.append(
        actions.keep_community_channel(known or request.commune, form.facts(), by=request.user, now=timezone.now())
    )):  # fmt: skip
        messages.success(request, "Đã lưu kênh.")
        return redirect("conversations:channel_posts", kept[0].pk)
    return render(request, "conversations/officer/channel_form.html", {"form": form, "channel": known})


@officer
def channel_posts(request: OfficerRequest, pk: int) -> HttpResponse:
    """Posts of a channel, those that wait for the moderator too."""
    one = _channel(request, pk)
    form = PostForm(request.POST or None, request.FILES or None)
    if press(request, form, lambda: actions.write_post(one, form.facts(), by=request.user, now=timezone.now())):
        messages.success(request, "Đã gửi bài. Người duyệt cho hiện thì người dân đọc được.")
        return redirect("conversations:channel_posts", pk)
    posts = one.posts.select_related("author", "moderated_by").order_by("moderated_by", "-is_pinned", "-made_at")[:100]
    facts = {
        "channel": one, "posts": posts, "form": form,
        "may_moderate": one.moderator_id == request.user.pk or request.office.holds(*KEEPERS),
    }  # fmt: skip
    return render(request, "conversations/officer/channel_posts.html", facts)


@officer
@require_POST
def moderate_post(request: OfficerRequest, pk: int) -> HttpResponse:
    of_the_office(request)
    post = get_object_or_404(Post.objects.select_related("channel"), pk=pk, channel__commune=request.commune)
    if post.channel.moderator_id != request.user.pk and not request.office.holds(*KEEPERS):
        messages.error(request, "Người duyệt bài của kênh này cho hiện hoặc ẩn bài.")
    else:
        does = request.POST.get("does", "")
        is_shown, is_pinned = does in ("show", "pin"), does == "pin"
        actions.moderate_post(post, is_shown=is_shown, is_pinned=is_pinned, by=request.user, now=timezone.now())
    return redirect("conversations:channel_posts", post.channel_id)


@officer
def touchpoints(request: OfficerRequest) -> HttpResponse:
    of_the_office(request)
    rows = with_counts(Touchpoint.objects.filter(commune=request.commune).select_related("hamlet")).order_by("name")
    facts = {"tabs": tabs("conversations:touchpoints"), "rows": rows}
    return render(request, "conversations/officer/touchpoints.html", facts)


def _point(request: OfficerRequest, pk: int) -> Touchpoint:
    of_the_office(request)
    return get_object_or_404(Touchpoint.objects.filter(commune=request.commune).select_related("hamlet"), pk=pk)


@officer
def touchpoint(request: OfficerRequest, pk: int) -> HttpResponse:
    """Counts by day, what waits for an answer, the address to write on an NFC tag."""
    one = _point(request, pk)
    facts = {
        "point": one, "address": _address("conversations:touch", one.key), "days": one.days.order_by("-day")[:31],
        "waiting": one.threads.filter(status__in=WAITING).select_related("procedure", "owner").order_by("answer_by")[:50],
    }  # fmt: skip
    return render(request, "conversations/officer/touchpoint.html", facts)


@officer(*KEEPERS)
def keep_touchpoint(request: OfficerRequest, pk: int | None = None) -> HttpResponse:
    of_the_office(request)
    known = _point(request, pk) if pk else None
    form = TouchForm(request.POST or None, commune=request.commune, fields=fields_in_force(), point=known)
    kept: list[Touchpoint] = []
    if press(request, form, lambda: kept.append(
        actions.keep_touchpoint(known or request.commune, form.facts(), by=request.user, now=timezone.now())
    )):  # fmt: skip
        messages.success(request, "Đã lưu điểm chạm.")
        return redirect("conversations:touchpoint", kept[0].pk)
    return render(request, "conversations/officer/touch_form.html", {"form": form, "point": known})


def _address(name: str, key: str) -> str:
    return f"{settings.PUBLIC_URL}{reverse(name, args=[key])}"


@officer
def touch_poster(request: OfficerRequest, pk: int) -> HttpResponse:
    one = _point(request, pk)
    address = _address("conversations:touch", one.key)
    lines = (one.topic, "Quét mã hoặc chạm điện thoại vào đây để đọc hướng dẫn, hỏi xã, gửi phản ánh.")
    return as_file(_poster(request.commune, one.name, lines, address), f"diem-cham-{one.pk}.pdf", is_shown=True)


@officer
def touch_qr(request: OfficerRequest, pk: int) -> HttpResponse:
    """The code alone, to put into a drawing of one's own."""
    one = _point(request, pk)
    picture = HttpResponse(png(_address("conversations:touch", one.key)), content_type="image/png")
    picture.headers["Content-Disposition"] = f'attachment; filename="diem-cham-{one.pk}.png"'
    return picture


@officer
def channel_poster(request: OfficerRequest, pk: int) -> HttpResponse:
    """To join: a Zalo group by its own address, a channel of ours by its page."""
    one = _channel(request, pk)
    is_ours = one.kind == ChannelKind.WEB
    address = _address("conversations:channel", one.key) if is_ours else one.join_url
    lines = (one.about or "Đọc tin của xã, hỏi thủ tục, được trả lời trước khi đến.", "Quét mã để vào.")
    return as_file(_poster(request.commune, one.name, lines, address), f"kenh-{one.pk}.pdf", is_shown=True)


def _poster(commune: Agency, title: str, lines: tuple[str, ...], address: str) -> bytes:
    return as_pdf(
        Sheet(
            superior="", agency=f"Ủy ban nhân dân {commune.name_within}", title=title, place=commune.place_name,
            issued_on=localdate(),
            blocks=(
                *(Paragraph(text=line, align="center") for line in lines),
                Qr(data=address, caption="Quét bằng điện thoại", code=address),
            ),
        )
    )  # fmt: skip
