"""The nouns of the switchboard: a programme of an agency and its dated terms."""

from __future__ import annotations

from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from gandan.people.models import User
from gandan.places.models import Agency

from .kinds import Kind, Running, kind_named


class ProgrammeQuerySet(models.QuerySet["Programme"]):
    def within(self, commune: Agency) -> ProgrammeQuerySet:
        """Programmes that steer a commune: its own, its parts', its province's."""
        return self.filter(Q(agency__commune=commune) | Q(agency=commune.province_id))

    def of(self, agency: Agency) -> ProgrammeQuerySet:
        """Programmes that are this agency's to change: inside its commune, or of the province itself."""
        return self.filter(agency__commune=agency.commune_id) if agency.commune_id else self.filter(agency=agency)


class Programme(models.Model):
    """A rule of one kind, switched on for an agency. What it says on which day stands in its terms."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="programmes")
    kind = models.CharField(max_length=40, help_text="name of a kind declared in code")
    name = models.CharField(max_length=160)
    origin = models.CharField(max_length=80, blank=True, help_text="code of the reform model it came with")
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    end_reason = models.CharField(max_length=300, blank=True, help_text="why it was switched off or called off")

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["agency", "kind"], name="programme_agency_kind")]

    def __str__(self) -> str:
        return self.name

    def kind_of(self) -> Kind:
        return kind_named(self.kind)


class _Days(Func):
    function = "daterange"
    output_field = DateRangeField()


class TermQuerySet(models.QuerySet["Term"]):
    def touching(self, since: date, until: date | None) -> TermQuerySet:
        """Terms that hold on any day of the span."""
        begun = Q(since__lte=until) if until else Q()
        return self.filter(begun & (Q(until__isnull=True) | Q(until__gte=since)))


class Term(models.Model):
    """What a programme says from one day to another, both counted. A term that has begun is never edited."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="terms")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    parameters = models.JSONField(default=dict)
    basis = models.CharField(max_length=300, blank=True, help_text="the decision or regulation it rests on")
    regulation = models.FileField(upload_to="regulations/%Y/", blank=True)
    reason = models.CharField(max_length=300, blank=True, help_text="of the change")
    changed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    changed_at = models.DateTimeField()

    objects = TermQuerySet.as_manager()

    class Meta:
        ordering = ["since"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="term_runs_forward"
            ),
            ExclusionConstraint(
                name="terms_never_overlap",
                expressions=[
                    ("programme", RangeOperators.EQUAL),
                    (_Days(F("since"), F("until"), Value("[]")), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def as_running(self) -> Running:
        programme = self.programme
        return Running(
            programme_id=programme.pk, term_id=self.pk, kind=programme.kind, name=programme.name,
            agency_id=programme.agency_id, values=programme.kind_of().read(self.parameters), since=self.since,
            until=self.until, basis=self.basis, origin=programme.origin,
        )  # fmt: skip
