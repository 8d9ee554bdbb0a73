"""How django-allauth is told to behave in this house: silent, sealed, and without pages of its own."""

import base64
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

from gandan.core.secrets import seal, unseal

BOUND_TO = "mfa_authenticator.data"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # the library is untyped
    """Nobody signs up through the library, and it says nothing on our pages."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def add_message(self, *_: Any, **__: Any) -> None:
        """Our views speak to the person; the library's sentences are not in our voice."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Letters come from our own gateway only."""


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # the library is untyped
    """Secrets of authenticator apps are sealed with the data key, like everything that opens a door."""

    def encrypt(self, text: str) -> str:
        return base64.b64encode(seal(text.encode(), column=BOUND_TO)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(base64.b64decode(encrypted_text), column=BOUND_TO).decode()
