"""A denunciation: by right only, every reading logged, masked in every file."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from gandan.dialogue import actions
from gandan.journal.models import Entry

from . import make

pytestmark = pytest.mark.django_db


def test_without_the_right_it_does_not_exist() -> None:
    one = make.secret()
    browser = make.signed_in(make.hoa())
    assert browser.get(f"{make.PETITIONS}{one.pk}/").status_code == 404
    assert browser.post(f"{make.PETITIONS}{one.pk}/accept-petition/", {"unit": 1}).status_code == 404
    for page in ("", "?loc=tat-ca", f"?tim={make.SECRET}"):
        assert one.subject not in browser.get(make.PETITIONS + page).content.decode()


def test_with_the_right_the_reading_is_logged() -> None:
    one = make.secret()
    make.reader()
    page = make.signed_in(make.hoa()).get(f"{make.PETITIONS}{one.pk}/").content.decode()
    assert make.SECRET in page
    entry = Entry.objects.get(kind="SealedPetitionRead")
    assert (entry.actor, entry.data["petition_id"]) == (make.hoa(), one.pk)


def test_the_journal_says_nothing_of_who() -> None:
    make.secret()
    assert not any(make.SECRET in str(entry.data) for entry in Entry.objects.all())


def test_files_mask_even_for_who_may_read() -> None:
    one = make.secret()
    make.reader()
    browser = make.signed_in(make.hoa())
    book = load_workbook(BytesIO(browser.get(f"{make.PETITIONS}so/?ky=quy-nay&dang=xlsx").content)).active
    told = [cell for row in book.iter_rows(values_only=True) for cell in row if cell]
    assert one.code in told
    assert "(giữ bí mật)" in told
    assert not any(make.SECRET in str(cell) or one.subject in str(cell) for cell in told)
    assert browser.get(f"{make.PETITIONS}so/?ky=quy-nay&dang=pdf").content.startswith(b"%PDF")


def test_an_open_petition_is_not_logged() -> None:
    one = make.petition()
    actions.read_petition(one, "page", by=make.minh(), now=make.NOW)
    assert not Entry.objects.filter(kind="SealedPetitionRead").exists()
