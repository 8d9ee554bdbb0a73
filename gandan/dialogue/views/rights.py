"""Who may read denunciations: given and taken by the leader."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from gandan.people.access import OfficerRequest, officer
from gandan.people.models import Role
from gandan.ui.views.pressing import press

from .. import actions
from ..forms import RightForm
from ..models import SealedReader


@officer(Role.LEADER)
def rights(request: OfficerRequest) -> HttpResponse:
    form = RightForm(request.POST if request.method == "POST" else None, commune=request.commune)
    if press(request, form, lambda: actions.give_sealed_right(
        request.commune, form.cleaned_data["user"], form.cleaned_data["reason"], by=request.user, now=timezone.now()
    )):  # fmt: skip
        messages.success(request, "Đã cấp quyền. Mỗi lần xem đều được ghi lại.")
        return redirect("dialogue:rights")
    rows = SealedReader.objects.filter(commune=request.commune).select_related("user", "given_by")
    held = set(SealedReader.objects.holding(request.commune, localdate()).values_list("pk", flat=True))
    return render(
        request, "dialogue/officer/rights.html", {"form": form, "rows": [(one, one.pk in held) for one in rows]}
    )


@officer(Role.LEADER)
@require_POST
def take_sealed_right(request: OfficerRequest, pk: int) -> HttpResponse:
    reader = get_object_or_404(SealedReader.objects.select_related("commune"), commune=request.commune, pk=pk)
    actions.take_sealed_right(reader, by=request.user, now=timezone.now())
    messages.success(request, f"Đã thu hồi quyền của {reader.user}.")
    return redirect("dialogue:rights")
