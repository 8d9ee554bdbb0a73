"""The drawn workflow is the real one."""

from io import StringIO

from django.conf import settings
from django.core.management import call_command

from gandan.dossiers.workflow import STEPS, Status


def printed() -> str:
    told = StringIO()
    call_command("diagram", stdout=told)
    return told.getvalue()


def test_the_page_is_what_the_command_prints() -> None:
    assert (settings.BASE_DIR / "docs" / "workflow.md").read_text() == printed()


def test_every_status_and_step_is_drawn() -> None:
    page = printed()
    assert [status.label for status in Status if f" : {status.label} (" not in page] == []
    assert [step.verb for step in STEPS if f"| `{step.verb}` | {step.label} |" not in page] == []
