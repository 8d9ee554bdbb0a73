"""Somebody shares a telephone with our Zalo account."""

import pytest
from django.utils import timezone

from gandan.gateways import actions
from gandan.gateways.models import ZaloContact, phone_index
from gandan.journal.models import Entry

PHONE = "0912345118"


@pytest.mark.django_db
def test_a_number_has_one_contact_the_last_who_shared_it() -> None:
    for user in ("614", "615", "615"):
        actions.share_phone(user, PHONE, now=timezone.now())
    assert ZaloContact.objects.get(phone_index=phone_index(PHONE)).user_id == "615"
    assert Entry.objects.filter(kind="ZaloPhoneShared").count() == 2
    assert PHONE not in str(list(Entry.objects.values_list("data", flat=True)))
