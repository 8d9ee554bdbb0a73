"""Proving who somebody is through the state's identity service (VNeID) by OpenID Connect.

The port is one function: claims of the service in, `ProvenIdentity` out. A service with other claim names gets its own
reader, named by `settings.IDENTITY_READER`; the protocol of the web (code flow with PKCE) is django-allauth's.
"""

from collections.abc import Mapping
from typing import Any, Protocol, cast

from django.conf import settings
from django.utils.module_loading import import_string

from gandan.people.actions import ProvenIdentity


class IdentityFailed(Exception):
    """The service's answer cannot be used. `permanent`: another try will not change it."""

    def __init__(self, reason: str, *, permanent: bool = False) -> None:
        super().__init__(reason)
        self.permanent = permanent


class IdentityReader(Protocol):
    def __call__(self, provider: str, claims: Mapping[str, Any]) -> ProvenIdentity:
        """Raise `IdentityFailed` when the claims name nobody."""


def identity_of(provider: str, claims: Mapping[str, Any]) -> ProvenIdentity:
    read = cast("IdentityReader", import_string(settings.IDENTITY_READER))
    return read(provider, claims)
