"""The residential units of a commune."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode

from gandan.people.access import OfficerRequest, officer
from gandan.places import actions
from gandan.places.forms import HamletForm
from gandan.places.models import Hamlet
from gandan.places.reading import HAMLET_COLUMNS, read_hamlets
from gandan.ui.views.pressing import press

from .calendar import EDITORS
from .upload import Upload, import_in_two_steps


@officer
def hamlets(request: OfficerRequest) -> HttpResponse:
    page = {"hamlets": Hamlet.objects.of(request.commune), "can_edit": request.office.holds(*EDITORS)}
    return render(request, "places/officer/hamlets.html", page)


@officer(*EDITORS)
def add_hamlet(request: OfficerRequest) -> HttpResponse:
    told = {name: request.GET[name] for name in HAMLET_COLUMNS if name in request.GET}
    form = HamletForm(request.POST or None, initial=told)

    def add() -> None:
        messages.success(request, f"Đã thêm {actions.add_hamlet(request.commune, form.row(), by=request.user)}.")

    if press(request, form, add, field="name"):
        return redirect("places:hamlets")
    return _edit_page(request, form, "Thêm thôn, tổ dân phố")


@officer(*EDITORS)
def edit_hamlet(request: OfficerRequest, pk: int) -> HttpResponse:
    hamlet = get_object_or_404(Hamlet.objects.of(request.commune), pk=pk)
    form = HamletForm(request.POST or None, initial={name: getattr(hamlet, name) for name in HAMLET_COLUMNS})
    if press(request, form, lambda: actions.edit_hamlet(hamlet, form.row(), by=request.user), field="name"):
        messages.success(request, f"Đã lưu {hamlet}.")
        return redirect("places:hamlets")
    return _edit_page(request, form, f"Sửa {hamlet}")


@officer(*EDITORS)
def remove_hamlet(request: OfficerRequest, pk: int) -> HttpResponse:
    hamlet = get_object_or_404(Hamlet.objects.of(request.commune), pk=pk)
    if request.method == "POST":
        row = actions.remove_hamlet(hamlet, by=request.user)
        again = f"{reverse('places:add_hamlet')}?{urlencode(vars(row))}"
        messages.success(request, format_html('Đã xóa {}. <a href="{}">Thêm lại</a>', str(hamlet), again))
        return redirect("places:hamlets")
    page = {
        "title": f"Xóa {hamlet}",
        "text": f"{hamlet} sẽ không còn trong danh sách của {request.commune.name_within}. Hồ sơ cũ không đổi.",
        "button": "Xóa khỏi danh sách",
        "back": reverse("places:hamlets"),
    }
    return render(request, "places/officer/confirm.html", page)


@officer(*EDITORS)
def import_hamlets(request: OfficerRequest) -> HttpResponse:
    upload = Upload(
        title="Nạp danh sách thôn, tổ dân phố từ tệp CSV",
        columns="kind,name,head_name,head_phone. Loại (kind): thôn, tổ dân phố, khu phố",
        back=reverse("places:hamlets"),
        read=read_hamlets,
        write=lambda rows: actions.import_hamlets(request.commune, rows, by=request.user),
    )
    return import_in_two_steps(request, upload)


def _edit_page(request: OfficerRequest, form: HamletForm, heading: str) -> HttpResponse:
    page = {"form": form, "heading": heading, "back": reverse("places:hamlets"), "section": "hamlets"}
    return render(request, "places/officer/edit.html", page)
