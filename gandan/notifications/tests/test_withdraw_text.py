import pytest
from django.urls import reverse

from gandan.core.errors import RuleBroken
from gandan.dossiers.tests import make as dossiers
from gandan.dossiers.tests import office
from gandan.notifications.actions import withdraw_text, write_text
from gandan.notifications.drafts import TextDraft
from gandan.notifications.models import TextVersion

from .test_write_text import EVENT, WORDS, writer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_it_works() -> None:
    version = write_text(dossiers.commune(), EVENT, TextDraft(**WORDS), by=writer(), now=dossiers.MONDAY)
    office.at_desk(writer()).post(reverse("notifications:withdraw_text", args=[version.pk]))
    assert not TextVersion.objects.in_use().exists()
    with pytest.raises(RuleBroken, match="không còn dùng"):
        withdraw_text(version, by=writer(), now=dossiers.MONDAY)


def test_another_commune_cannot_take_our_words_away() -> None:
    version = write_text(dossiers.commune(), EVENT, TextDraft(**WORDS), by=writer(), now=dossiers.MONDAY)
    answer = office.at_desk(office.binh()).post(reverse("notifications:withdraw_text", args=[version.pk]))
    assert answer.status_code == 404
