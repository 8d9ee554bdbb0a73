"""The list of figures in the documentation is the register's."""

from io import StringIO

from django.conf import settings
from django.core.management import call_command


def test_the_page_is_what_the_command_prints() -> None:
    told = StringIO()
    call_command("measures", stdout=told)
    assert (settings.BASE_DIR / "docs" / "measures.md").read_text() == told.getvalue()
