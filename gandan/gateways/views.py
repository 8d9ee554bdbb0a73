"""Pages of the gateways: the way to VNeID and back, and what lies in the local outbox."""

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect import views as openid_connect
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from requests import RequestException

from gandan.people.access import OfficerRequest, PublicRequest, officer, public
from gandan.people.models import Role

from .email_box.outbox import newest_letters
from .sms.outbox import newest_messages


def _is_set_up() -> bool:
    return bool(settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"])


@public
def vneid_sign_in(request: PublicRequest, provider_id: str) -> HttpResponseBase:
    """Off to the identity service, with a fresh state and PKCE challenge."""
    if not _is_set_up():
        raise Http404
    try:
        answer: HttpResponseBase = openid_connect.login(request, provider_id)
    except (RequestException, OAuth2Error):
        messages.error(request, _("Chưa nối được tới VNeID. Xin thử lại, hoặc dùng số điện thoại hay e-mail."))
        return redirect("people:citizen_sign_in")
    return answer


@public
def vneid_answer(request: PublicRequest, provider_id: str) -> HttpResponseBase:
    """Back from the identity service with a code, or with a refusal."""
    if not _is_set_up():
        raise Http404
    try:
        answer: HttpResponseBase = openid_connect.callback(request, provider_id)
    except ImmediateHttpResponse as immediate:
        return immediate.response
    return answer


@officer(Role.ADMINISTRATOR)
def outbox(request: OfficerRequest) -> HttpResponse:
    """What would have been sent: only where messages stay on this machine."""
    if not settings.SHOWS_OUTBOX:
        raise Http404
    page = {"messages_sent": list(newest_messages()), "letters_sent": list(newest_letters())}
    return render(request, "gateways/officer/outbox.html", page)
