"""The citizen's inbox on screen."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gandan.people.access import CitizenRequest, citizen

from .. import actions
from ..models import Notice

A_PAGE = 20


@citizen
def inbox(request: CitizenRequest) -> HttpResponse:
    """Newest first; opening the inbox marks what is shown as read for the next time."""
    notices = Notice.objects.inbox_of(request.user).select_related("dossier")
    page = Paginator(notices, A_PAGE).get_page(request.GET.get("page"))
    answer = render(request, "notifications/citizen/inbox.html", {"page": page})
    actions.read(request.user, now=timezone.now())
    return answer
