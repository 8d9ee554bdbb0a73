"""Reads VNeID's claims. Standard OpenID Connect names, besides the identity number and the level of the account.

Names of the two claims that the standard does not know come from `GANDAN_VNEID_ID_CLAIM` and `GANDAN_VNEID_LEVEL_CLAIM`.
"""

from collections.abc import Mapping
from typing import Any

from django.conf import settings

from gandan.people.actions import ProvenIdentity
from gandan.people.contacts import ContactUnclear, email_address, phone_number
from gandan.people.models import IdentityLevel

from . import IdentityFailed

ID_DIGITS = 12


def read_claims(provider: str, claims: Mapping[str, Any]) -> ProvenIdentity:
    """A telephone or an e-mail that the service has not verified is left out: it would open another's account."""
    subject = str(claims.get("sub") or "")
    if not subject:
        raise IdentityFailed("Dịch vụ định danh không cho biết tài khoản.", permanent=True)
    return ProvenIdentity(
        provider=provider,
        subject=subject,
        full_name=str(claims.get("name") or "")[:120],
        phone=_phone(claims),
        email=_email(claims),
        id_number=_id_number(claims),
        level=_level(claims),
    )


def _phone(claims: Mapping[str, Any]) -> str:
    if claims.get("phone_number_verified") is not True:
        return ""
    try:
        return phone_number(str(claims.get("phone_number") or ""))
    except ContactUnclear:
        return ""


def _email(claims: Mapping[str, Any]) -> str:
    if claims.get("email_verified") is not True:
        return ""
    try:
        return email_address(str(claims.get("email") or ""))
    except ContactUnclear:
        return ""


def _id_number(claims: Mapping[str, Any]) -> str:
    number = str(claims.get(settings.VNEID_ID_CLAIM) or "")
    return number if len(number) == ID_DIGITS and number.isdecimal() else ""


def _level(claims: Mapping[str, Any]) -> int:
    said = str(claims.get(settings.VNEID_LEVEL_CLAIM) or "")
    known = {str(level.value): level.value for level in IdentityLevel}
    return known.get(said, IdentityLevel.VNEID_1.value)
