"""The life of a thing as data: a `Step` leads from one status to another, `Stepping` takes it by compare-and-swap."""

from dataclasses import dataclass
from typing import Any, ClassVar, Self

from django.db import models

from .errors import RuleBroken


@dataclass(frozen=True)
class Step:
    """One verb of a workflow: its name everywhere, the label of its button, where it may start and where it ends."""

    verb: str
    label: str
    start: frozenset[str]
    end: str

    @classmethod
    def of(cls, verb: str, label: str, start: str | tuple[str, ...], end: str) -> Self:
        starts = (start,) if isinstance(start, str) else start
        return cls(verb, label, frozenset(str(status) for status in starts), str(end))


class Stepping(models.Model):
    """A model with a `status` and a tuple of `steps`."""

    steps: ClassVar[tuple[Step, ...]] = ()
    status: Any

    class Meta:
        abstract = True

    def possible_steps(self) -> list[Step]:
        """The steps that may be taken from here, in the order the workflow names them."""
        return [step for step in self.steps if self.status in step.start]

    def take(self, step: Step) -> None:
        """Change the status, if the workflow allows it and nobody was faster."""
        if self.status not in step.start:
            raise RuleBroken(f"{self} đang ở bước “{self.status_label()}”, không làm được việc “{step.label}”.")
        same = type(self)._default_manager.filter(models.Q(("status", self.status)), pk=self.pk)
        change: dict[str, Any] = {"status": step.end}
        if not same.update(**change):
            raise RuleBroken(f"{self} vừa được người khác cập nhật. Xin tải lại trang để xem bước mới.")
        self.status = step.end

    def status_label(self) -> str:
        shown: str = self.get_status_display()  # type: ignore[attr-defined]  # Django adds it to a field with choices
        return shown
