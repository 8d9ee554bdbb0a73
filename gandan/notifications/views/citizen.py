"""The citizen's inbox on screen, and how they want to be told."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from gandan.people.access import CitizenRequest, citizen

from .. import actions
from ..forms import PreferenceForm
from ..models import Notice, Preference

A_PAGE = 20


@citizen
def inbox(request: CitizenRequest) -> HttpResponse:
    """Newest first; opening the inbox marks what is shown as read for the next time."""
    notices = Notice.objects.inbox_of(request.user).select_related("dossier")
    page = Paginator(notices, A_PAGE).get_page(request.GET.get("page"))
    answer = render(request, "notifications/citizen/inbox.html", {"page": page})
    actions.read(request.user, now=timezone.now())
    return answer


@citizen
def preferences(request: CitizenRequest) -> HttpResponse:
    """The way to be told; what must be told reaches everybody."""
    if request.method == "POST":
        form = PreferenceForm(request.POST)
        if form.is_valid():
            actions.choose_ways(request.user, form.wish(), now=timezone.now())
            messages.success(request, _("Đã ghi cách nhận tin."))
            return redirect("notifications:preferences")
    else:
        form = PreferenceForm.of(Preference.objects.filter(user=request.user).first())
    return render(request, "notifications/citizen/preferences.html", {"form": form})
