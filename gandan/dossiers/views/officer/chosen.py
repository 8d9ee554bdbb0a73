"""“Thủ tục áp dụng”: which procedures a model holds for, since when, and which of them the province has abolished."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate

from gandan.people.access import OfficerRequest, officer
from gandan.programmes.models import Programme

from ...chosen import KIND, counts, listed


@officer
def chosen_procedures(request: OfficerRequest, pk: int) -> HttpResponse:
    within = Programme.objects.within(request.commune).filter(kind=KIND)
    programme, today = get_object_or_404(within.select_related("agency"), pk=pk), localdate()
    terms = [one.as_running() for one in programme.terms.select_related("programme")]
    lines = listed(terms, today)
    context = {
        "programme": programme, "lines": lines, "counts": counts(terms)[::-1], "abolished": [one for one in lines if one.to_remove],
        "in_force": sum(one.is_in_force for one in lines if one.is_listed),
        "model": terms[-1].values["model"] if terms else "",
    }  # fmt: skip
    return render(request, "dossiers/officer/chosen_procedures.html", context)
