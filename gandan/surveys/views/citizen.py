"""A citizen's box of surveys and one's opinion on a draft."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.timezone import localdate

from gandan.people.access import CitizenRequest, citizen
from gandan.places.directory import serving_communes

from .. import actions
from ..forms import StanceForm
from ..models import Consultation, Invitation
from ..voices import has_spoken


@citizen
def inbox(request: CitizenRequest) -> HttpResponse:
    """What one is asked just now: about one's own results, about drafts."""
    today = localdate(timezone.now())
    mine = Invitation.objects.of_citizen(request.user).unanswered(today)
    rows = [
        one for one in mine.select_related("survey", "dossier__procedure").order_by("expires_on", "pk")
        if one.survey.is_answerable(today)
    ]  # fmt: skip
    asked = [one for one in Consultation.objects.of(request.commune).shown() if one.is_answerable(today)]
    facts = {"rows": rows, "consultations": [(one, has_spoken(one, request.user)) for one in asked]}
    return render(request, "surveys/citizen/inbox.html", facts)


@citizen
def give_opinion(request: CitizenRequest, key: str) -> HttpResponse:
    one = get_object_or_404(Consultation.objects.shown().select_related("agency"), key=key)
    request.commune = serving_communes().get(one.agency.code, request.commune)
    now = timezone.now()
    form = StanceForm(request.POST if request.method == "POST" else None, one.questions)
    if request.method == "POST" and form.is_valid():
        actions.give_opinion(one, form.words(), citizen=request.user, now=now)
        messages.success(request, "Đã nhận ý kiến. Xã trả lời từng nhóm ý kiến tại trang này sau khi kết thúc.")
        return redirect("surveys:consultation", key)
    facts = {
        "one": one, "form": form, "is_open": one.is_answerable(localdate(now)), "has_spoken": has_spoken(one, request.user),
    }  # fmt: skip
    return render(request, "surveys/citizen/give_opinion.html", facts)
