"""What a citizen tells about themselves, once."""

from django.http import HttpResponse
from django.shortcuts import render

from gandan.people import actions
from gandan.people.access import CitizenRequest, citizen
from gandan.people.forms import IntroductionForm

from . import doors


@citizen
def introduce(request: CitizenRequest) -> HttpResponse:
    """Name and form of address."""
    known = {"full_name": request.user.full_name, "gender": request.user.gender}
    form = IntroductionForm(request.POST or None, initial=known)
    wanted = doors.safe_next(request)
    if request.method == "POST" and form.is_valid():
        actions.introduce(request.user, **form.cleaned_data)
        return doors.go_on(wanted)
    return render(request, "people/citizen/introduce.html", {"form": form, "next": wanted})
