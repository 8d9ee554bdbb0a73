"""Lists of people to reach: made, fed, matched, handed out, brought to an end."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate

from gandan.people.access import OfficerRequest, PublicRequest, officer, public
from gandan.people.models import Role
from gandan.ui.views.files import as_table

from .. import actions, reached
from ..actions.lists import remembered, table_of
from ..forms.lists import ColumnsForm, DeliveryForm, ListFileForm, ListForm, PersonForm, RoundForm
from ..forms.teams import NothingForm
from ..models import LeafletRound, ListFile, Listing
from ..programmes import REACH_OUT, settings_of
from ..reading import guess
from .asking import Ask, asked

KEEPERS = (Role.LEADER, Role.CLERK)
PAGE, PREVIEW = 50, 5


@officer
def lists(request: OfficerRequest) -> HttpResponse:
    facts = {
        "lines": reached.lines(request.office, localdate()), "may_keep": request.office.holds(*KEEPERS),
        "commune": request.commune, "office": request.office,
    }  # fmt: skip
    return render(request, "outreach/officer/lists.html", facts)


def found_list(request: OfficerRequest, pk: int) -> Listing:
    return get_object_or_404(Listing.objects.seen_by(request.office), pk=pk)


@officer(*KEEPERS)
def make_list(request: OfficerRequest) -> HttpResponse:
    values = settings_of(REACH_OUT, request.commune, localdate())
    initial = {"purpose": "elderly", "age_from": values.get("age_from", 75), "is_without_recipients": True}
    form = ListForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        made = actions.make_list(request.commune, form.facts(), by=request.user, now=timezone.now())
        return redirect("outreach:list", made.pk)
    return asked(request, form, Ask("Lập danh sách rà soát", "Lập danh sách", reverse("outreach:lists")))


@officer
def one_list(request: OfficerRequest, pk: int) -> HttpResponse:
    """Coverage, hamlets, people; files and verbs for those who keep the list."""
    listing, today = found_list(request, pk), localdate()
    people = reached.chosen(listing, request.office, request.GET, today)
    hamlet, hamlets = request.GET.get("khu", ""), reached.by_hamlet(listing, request.office, today)
    if request.GET.get("dang") == "xlsx":
        name = f"ra-soat-{listing.pk}{f'-{hamlet}' if hamlet.isdigit() else ''}.xlsx"
        return as_table(name, listing.name, reached.HEADS, [reached.row_of(one) for one in people])
    facts = {
        "listing": listing, "tally": listing.tally, "cover": reached.cover(listing, request.office, today),
        "hamlets": hamlets, "is_ungiven": any(one["people"] > one["given"] and one["hamlet__head_name"] for one in hamlets),
        "page": Paginator(people, PAGE).get_page(request.GET.get("page")),
        "chips": reached.chips(listing, request.office, request.GET, today), "files": listing.files.order_by("-at"),
        "rounds": reached.rounds(listing), "coming": reached.coming(listing, today), "query": request.GET,
        "is_new_file": listing.files.filter(matched_at__isnull=True).exists(),
        "may_keep": request.office.holds(*KEEPERS) and listing.closed_at is None,
        "commune": request.commune, "office": request.office,
    }  # fmt: skip
    return render(request, "outreach/officer/list.html", facts)


@officer(*KEEPERS)
def read_list_file(request: OfficerRequest, pk: int) -> HttpResponse:
    listing = found_list(request, pk)
    form = ListFileForm(request.POST if request.method == "POST" else None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        upload = actions.Upload(form.cleaned_data["part"], file.name, file.read())
        made = actions.read_list_file(listing, upload, by=request.user, now=timezone.now())
        return redirect("outreach:map_columns", made.pk)
    words = "Nội dung tệp được mã hóa, chỉ giữ đến khi đối chiếu xong."
    return asked(request, form, Ask(f"Nạp tệp: {listing.name}", "Nạp tệp", reverse("outreach:list", args=[pk]), words))


@officer(*KEEPERS)
def map_columns(request: OfficerRequest, pk: int) -> HttpResponse:
    """Which column is what: guessed by heading, as last time, with five rows to look at."""
    file = get_object_or_404(
        ListFile.objects.select_related("listing__commune"), pk=pk, listing__commune=request.commune
    )
    table = table_of(file)
    guessed = remembered(file) or guess(table.heads)
    form = ColumnsForm(request.POST if request.method == "POST" else None, heads=table.heads, guess=guessed)
    if request.method == "POST" and form.is_valid():
        problems = actions.map_columns(file, form.places(), by=request.user, now=timezone.now())
        words = f"Đã đọc “{file.name}”." + (f" {len(problems)} dòng cần xem lại." if problems else "")
        messages.success(request, words)
        return redirect("outreach:list", file.listing_id)
    facts = {
        "file": file, "table": table, "preview": table.rows[:PREVIEW], "form": form, "commune": request.commune,
        "office": request.office,
    }  # fmt: skip
    return render(request, "outreach/officer/map_columns.html", facts)


@officer(*KEEPERS)
def match_list(request: OfficerRequest, pk: int) -> HttpResponse:
    listing = found_list(request, pk)
    if request.method == "POST":
        found = actions.match_list(listing, by=request.user, now=timezone.now())
        messages.success(
            request,
            f"{found.of_age} người đủ điều kiện, {found.receiving} người đã hưởng, {len(found.to_reach)} người cần đến.",
        )
        return redirect("outreach:list", pk)
    words = "So theo số định danh; không có số thì so tên và ngày sinh để người xem lại. Xong thì nội dung tệp bị xóa."
    return asked(
        request, NothingForm(), Ask("Đối chiếu các tệp", "Đối chiếu", reverse("outreach:list", args=[pk]), words)
    )


@officer(*KEEPERS)
def close_list(request: OfficerRequest, pk: int) -> HttpResponse:
    listing = found_list(request, pk)
    if request.method == "POST":
        actions.close_list(listing, by=request.user, now=timezone.now())
        return redirect("outreach:list", pk)
    words = "Số định danh, điện thoại, địa chỉ bị xóa. Tên và kết quả được giữ."
    ask = Ask(
        f"Kết thúc: {listing.name}", "Kết thúc danh sách", reverse("outreach:list", args=[pk]), words, is_danger=True
    )
    return asked(request, NothingForm(), ask)


@officer(*KEEPERS)
def add_person(request: OfficerRequest, pk: int) -> HttpResponse:
    listing = found_list(request, pk)
    form = PersonForm(request.POST if request.method == "POST" else None, commune=request.commune)
    if request.method == "POST" and form.is_valid():
        person = actions.add_person(listing, form.line(), by=request.user, now=timezone.now())
        return redirect("outreach:person", person.pk)
    return asked(
        request, form, Ask(f"Thêm người: {listing.name}", "Thêm vào danh sách", reverse("outreach:list", args=[pk]))
    )


@officer(*KEEPERS)
def plan_leaflets(request: OfficerRequest, pk: int) -> HttpResponse:
    listing = found_list(request, pk)
    form = RoundForm(request.POST if request.method == "POST" else None, commune=request.commune)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        actions.plan_leaflets(
            listing, told["hamlet"], households=told["households"], by=request.user, now=timezone.now()
        )
        return redirect("outreach:list", pk)
    return asked(
        request, form, Ask("Thêm khu dân cư vào đợt phát", "Thêm khu dân cư", reverse("outreach:list", args=[pk]))
    )


@officer(*KEEPERS)
def deliver_leaflets(request: OfficerRequest, pk: int) -> HttpResponse:
    given = get_object_or_404(
        LeafletRound.objects.select_related("hamlet", "listing"), pk=pk, listing__commune=request.commune
    )
    form = DeliveryForm(request.POST if request.method == "POST" else None)
    back = reverse("outreach:list", args=[given.listing_id])
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        actions.deliver_leaflets(
            given, delivered=told["delivered"], missed=told["missed"].splitlines(), by=request.user, now=timezone.now()
        )
        return redirect(back)
    words = f"{given.hamlet} có {given.households} hộ. Hộ nào chưa phát thì ghi tên, để có người đi lại."
    return asked(request, form, Ask(f"Ghi kết quả phát: {given.hamlet}", "Ghi kết quả", back, words))


@public
def scan(request: PublicRequest, key: str) -> HttpResponse:
    """The QR of a leaflet: counted, then on to the procedures."""
    given = get_object_or_404(LeafletRound, key=key)
    actions.count_scan(given)
    return redirect("catalog:procedures")
