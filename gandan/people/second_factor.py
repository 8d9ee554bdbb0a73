"""Has this session passed the second factor? Read from what django-allauth keeps in the session."""

from allauth.account.authentication import get_authentication_records
from django.http import HttpRequest


def has_second_factor(request: HttpRequest) -> bool:
    return any(one.get("method") == "mfa" for one in get_authentication_records(request))
