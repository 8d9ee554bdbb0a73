"""Pages of the gateways: the way to VNeID and back, and what lies in the local outbox."""

from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect import views as openid_connect
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from requests import RequestException

from gandan.gateways.email_box.outbox import newest_letters
from gandan.gateways.sms.outbox import newest_messages
from gandan.people.access import PublicRequest, public


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
    answer: HttpResponseBase = openid_connect.callback(request, provider_id)
    return answer


@public
def outbox(request: PublicRequest) -> HttpResponse:
    """What would have been sent. Only in the demonstration and in development, where everybody plays everybody."""
    if not settings.SHOWS_OUTBOX or settings.SMS_URL or settings.EMAIL_HOST:
        raise Http404
    page = {
        "messages_sent": list(newest_messages()),
        "zalo_sent": list(newest_messages(channel="zalo")),
        "letters_sent": list(newest_letters()),
    }
    return render(request, "gateways/public/outbox.html", page)
