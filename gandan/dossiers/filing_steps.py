"""The pages of a draft in their order: who files, the declaration, the papers, the check."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from gandan.catalog.parts import Component, FormStep

from .models import Draft

APPLICANT, PAPERS, CHECK = "applicant", "papers", "check"
SLUGS = {APPLICANT: "nguoi-nop", PAPERS: "giay-to", CHECK: "kiem-tra"}


@dataclass(frozen=True)
class FilingStep:
    """One page: the key it is saved under, its word in the address, its heading."""

    key: str
    title: str
    form: FormStep | None = None

    @property
    def slug(self) -> str:
        return SLUGS.get(self.key, self.key)


def uploadable(draft: Draft) -> list[Component]:
    """Components that are sent as files; what the state already holds in data is not among them."""
    return [one for one in draft.version.papers() if one.upload]


def steps_of(draft: Draft) -> list[FilingStep]:
    declared = draft.form.pages if draft.form else ()
    papers = [FilingStep(PAPERS, _("Giấy tờ"))] if uploadable(draft) else []
    return [
        FilingStep(APPLICANT, _("Người nộp")),
        *(FilingStep(step.key, step.title, step) for step in declared),
        *papers,
        FilingStep(CHECK, _("Kiểm tra trước khi nộp")),
    ]


@dataclass(frozen=True)
class Place:
    """Where one stands among the pages of a draft."""

    steps: list[FilingStep]
    index: int

    @classmethod
    def at(cls, draft: Draft, slug: str) -> Place | None:
        steps = steps_of(draft)
        return next((cls(steps, index) for index, step in enumerate(steps) if step.slug == slug), None)

    @property
    def step(self) -> FilingStep:
        return self.steps[self.index]

    @property
    def number(self) -> int:
        return self.index + 1

    @property
    def count(self) -> int:
        return len(self.steps)

    @property
    def previous(self) -> FilingStep | None:
        return self.steps[self.index - 1] if self.index else None

    @property
    def next(self) -> FilingStep:
        return self.steps[min(self.index + 1, len(self.steps) - 1)]


def first_open(draft: Draft) -> FilingStep:
    """The first page not yet done; the check when nothing is left."""
    steps = steps_of(draft)
    return next((step for step in steps if step.key not in draft.done_steps), steps[-1])
