"""Print docs/measures.md from the register: `gandan measures > docs/measures.md`."""

from django.core.management.base import BaseCommand

from gandan.measures.measure import Measure
from gandan.measures.registry import all_measures

HEAD = """# The figures

Printed by `gandan measures > docs/measures.md` from the register (`measures.py` of each app); a test compares. Do not
edit. A figure is defined once: pages, reports, the public page and the API read it by name. Missing is not zero.

| name | Vietnamese | unit | formula | source |
|---|---|---|---|---|"""


def _line(measure: Measure) -> str:
    formula = measure.formula + (" Số của lúc này, không tính lại cho kỳ đã qua." if measure.is_momentary else "")
    return f"| `{measure.name}` | {measure.label} | {measure.unit} | {formula} | {measure.source} |"


class Command(BaseCommand):
    help = "In danh sách chỉ tiêu (docs/measures.md)."

    def handle(self, *_: object, **__: object) -> None:
        self.stdout.write("\n".join([HEAD, *map(_line, all_measures())]))
