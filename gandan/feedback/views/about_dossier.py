"""“Hỏi tiến độ, đề nghị sớm, khen, chê” from the tracking page of a dossier (S3.7)."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from gandan.core.actions import count_try
from gandan.core.errors import RuleBroken
from gandan.core.keys import new_key
from gandan.dossiers.models import Dossier
from gandan.people.access import PublicRequest, public
from gandan.people.models import User
from gandan.ui.views.pressing import press

from .. import actions
from ..forms import AboutDossierForm
from ..limits_of_use import HOUR, PER_ADDRESS, PER_DOSSIER
from ..models import Feedback


@public
def about_dossier(request: PublicRequest, key: str) -> HttpResponse:
    """Whoever has the key of the receipt may speak up; it goes to the handler and his leader."""
    dossier = get_object_or_404(
        Dossier.objects.select_related("commune__province", "procedure", "agency", "holder"), key=key
    )
    form = AboutDossierForm(
        request.POST or None, initial={"press_key": new_key(), "ask": request.GET.get("muon", "progress")}
    )
    if press(request, form, lambda: _send(request, dossier, form)):
        messages.success(
            request, "Đã chuyển đến người đang giải quyết hồ sơ và lãnh đạo. Câu trả lời hiện ở trang này."
        )
        return redirect("feedback:about_dossier", key)
    known = Feedback.objects.filter(dossier=dossier).order_by("-received_at")[:10]
    facts = {"dossier": dossier, "form": form, "known": known, "commune": dossier.commune}
    return render(request, "feedback/public/about_dossier.html", facts)


def _send(request: PublicRequest, dossier: Dossier, form: AboutDossierForm) -> None:
    """A honeypot that is filled in is thanked and forgotten."""
    if form.cleaned_data["website"]:
        return
    now, address = timezone.now(), request.META.get("REMOTE_ADDR", "")
    here = count_try(f"feedback-dossier:{dossier.key}", now=now, limit=PER_DOSSIER, per=HOUR)
    if not (count_try(f"feedback-dossier:*:{address}", now=now, limit=PER_ADDRESS, per=HOUR) and here):
        raise RuleBroken("Đã gửi nhiều lần trong giờ này. Xin chờ, hoặc gọi số điện thoại của Trung tâm.")
    sender = request.user if isinstance(request.user, User) and not request.user.is_staff_member else None
    actions.receive(dossier.commune, form.told(dossier, sender), by=None, now=now)
