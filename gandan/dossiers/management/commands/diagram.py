"""Print docs/workflow.md from the workflow itself: `gandan diagram > docs/workflow.md`."""

from collections.abc import Iterator

from django.core.management.base import BaseCommand

from gandan.dossiers.workflow import BEFORE_SETTLING, ENDED, NATIONAL_NUMBER, STEPS, Status

HEAD = """# The life of a dossier

Printed by `gandan diagram > docs/workflow.md` from `gandan/dossiers/workflow.py`; a test compares. Do not edit.
The ten statuses are the national ones, each with its number at the national portal. Papers completed before reception
lead back to registration, later ones to processing. Legs, cash and the one extension change no status.

```mermaid
stateDiagram-v2"""
TABLE = ("```", "", "| verb | button | from | to |", "|---|---|---|---|")
INSIDE = frozenset(str(status) for status in BEFORE_SETTLING)


def _page() -> Iterator[str]:
    yield from (HEAD, "    state unsettled {")
    yield from (f"        {one} : {one.label} ({NATIONAL_NUMBER[one]})" for one in BEFORE_SETTLING)
    yield "    }"
    yield from (f"    {one} : {one.label} ({NATIONAL_NUMBER[one]})" for one in Status if one not in BEFORE_SETTLING)
    yield f"    [*] --> {Status.REGISTERED} : Nộp hồ sơ"
    for step in STEPS:
        starts = ["unsettled"] if step.start == INSIDE else [one for one in Status if one in step.start]
        yield from (f"    {start} --> {step.end} : {step.label}" for start in starts)
    yield from (f"    {one} --> [*]" for one in ENDED)
    yield from TABLE
    for step in STEPS:
        labels = ", ".join(one.label for one in Status if one in step.start)
        yield f"| `{step.verb}` | {step.label} | {labels} | {Status(step.end).label} |"


class Command(BaseCommand):
    help = "In sơ đồ và bảng các bước của hồ sơ (docs/workflow.md)."

    def handle(self, *_: object, **__: object) -> None:
        self.stdout.write("\n".join(_page()))
