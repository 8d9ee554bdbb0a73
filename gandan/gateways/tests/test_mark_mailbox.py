"""How far a mailbox was read."""

import pytest

from gandan.gateways import actions
from gandan.gateways.models import MailboxMark


@pytest.mark.django_db
def test_a_mark_never_goes_back_while_the_numbering_stays() -> None:
    for validity, uid in ((7, 5), (7, 3)):
        actions.mark_mailbox("a@b/INBOX", validity=validity, last_uid=uid)
    assert MailboxMark.objects.get().last_uid == 5
    actions.mark_mailbox("a@b/INBOX", validity=8, last_uid=1)
    assert MailboxMark.objects.get().last_uid == 1
