"""The set-up of the hall: counters, their zones and fields, who sits there."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, localtime
from django.views.decorators.http import require_POST

from gandan.catalog.models import ProcedureVersion
from gandan.people.access import OfficerRequest, officer
from gandan.people.models import Role

from .. import actions
from ..forms import CounterForm
from ..models import Counter, Sitting
from ..rules import rules_of
from .finding import counter_of


@officer(Role.LEADER, Role.ADMINISTRATOR)
def counters(request: OfficerRequest) -> HttpResponse:
    """The list, and the form of one counter (`?quay=`) or a new one."""
    mine = Counter.objects.filter(agency=request.commune, is_used=True)
    asked = request.GET.get("quay", "")
    chosen = get_object_or_404(mine, pk=int(asked) if asked.isdecimal() else 0) if asked else None
    form = CounterForm(request.POST if request.method == "POST" else None, fields=_fields(), counter=chosen)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        kept = actions.keep_counter(
            request.commune, number=told["number"], name=told["name"], zone=told["zone"], fields=told["fields_served"]
        )
        messages.success(request, f"Đã ghi {kept}.")
        return redirect("hall:counters")
    seats = {
        one.counter_id: one
        for one in Sitting.objects.filter(counter__in=mine, until__isnull=True).select_related("officer")
    }
    context = {
        "form": form, "chosen": chosen, "rows": [(one, seats.get(one.pk)) for one in mine],
        "rules": rules_of(request.commune, localdate()),
    }  # fmt: skip
    return render(request, "hall/officer/counters.html", context)


def _fields() -> list[str]:
    in_force = ProcedureVersion.objects.in_force(localdate())
    return sorted(in_force.values_list("procedure__field", flat=True).distinct())


@officer(Role.LEADER, Role.ADMINISTRATOR)
@require_POST
def retire_counter(request: OfficerRequest, pk: int) -> HttpResponse:
    counter = counter_of(request, pk)
    actions.retire_counter(counter, by=request.user, now=localtime())
    messages.success(request, f"{counter} không còn dùng.")
    return redirect("hall:counters")
