"""Where django-allauth's social login meets our citizens: nothing is signed up by form, no claim is kept in clear."""

from typing import Any, NoReturn

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from gandan.people import actions
from gandan.people.models import User

from . import IdentityFailed, identity_of

CANCELLED = "cancelled"


def _back_to_the_door(request: HttpRequest, sentence: str) -> NoReturn:
    messages.error(request, sentence)
    raise ImmediateHttpResponse(redirect("people:citizen_sign_in"))


class SocialAccountAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # the library is untyped
    """Links a proven identity to a citizen; every failure leads back to our own door with a sentence."""

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> User:
        """Read the claims, then forget them before the library can store them unsealed."""
        told = sociallogin.account.extra_data
        claims = {**(told.get("id_token") or {}), **(told.get("userinfo") or {})}
        sociallogin.account.extra_data = {}
        try:
            sociallogin.proven = identity_of(sociallogin.account.provider, claims)
        except IdentityFailed as failure:
            _back_to_the_door(request, str(failure))
        user: User = sociallogin.user
        return user

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        citizen, account = actions.link_identity(sociallogin.proven)
        if not citizen.is_active or citizen.is_staff_member:
            _back_to_the_door(request, _("Tài khoản này đang tạm khóa. Xin gọi điện cho Trung tâm để được giúp."))
        sociallogin.user, sociallogin.account = citizen, account

    def on_authentication_error(
        self, request: HttpRequest, provider: Any, error: Any = None, exception: Any = None, extra_context: Any = None
    ) -> None:
        if error == CANCELLED:
            _back_to_the_door(request, _("Ông/bà đã dừng đăng nhập bằng VNeID. Có thể dùng số điện thoại hoặc e-mail."))
        _back_to_the_door(request, _("VNeID chưa trả lời được. Xin thử lại, hoặc dùng số điện thoại hay e-mail."))

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False
