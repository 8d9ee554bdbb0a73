"""The nouns of the catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any, TypeVar

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property

from gandan.core.vietnamese import fold, sort_key
from gandan.places.deadlines import Unit
from gandan.places.models import Agency

from .parts import Component, FormStep, RouteLeg, components_from, stages_from, steps_from


class ProcedureQuerySet(models.QuerySet["Procedure"]):
    def in_force(self, day: date) -> ProcedureQuerySet:
        """Procedures with a published version on `day`."""
        return self.filter(versions__in=ProcedureVersion.objects.in_force(day)).distinct()


class Procedure(models.Model):
    """An administrative procedure (thủ tục hành chính) by its national code."""

    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=1000, help_text="official name")
    short_name = models.CharField(max_length=160, help_text="what people read on screen")
    field = models.CharField(max_length=120, db_index=True)
    handled_by = models.CharField(max_length=20, help_text="ubnd_xa, cong_an_xa, bhxh, vpdkdd, …")
    found_by = models.TextField(blank=True, help_text="words of the source that search may match; never shown")
    sort_name = models.BinaryField(editable=False, default=b"")

    objects = ProcedureQuerySet.as_manager()

    def __str__(self) -> str:
        return self.short_name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sort_name = sort_key(self.short_name)
        super().save(*args, **kwargs)


class Alias(models.Model):
    """An everyday name of a procedure (“gks”, “giấy độc thân”), folded: no diacritics, lower case."""

    procedure = models.ForeignKey(Procedure, models.CASCADE, related_name="aliases")
    text = models.CharField(max_length=120)
    folded = models.CharField(max_length=120, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["procedure", "folded"], name="alias_once")]

    def __str__(self) -> str:
        return self.text

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.folded = fold(self.text)
        super().save(*args, **kwargs)


class VersionQuerySet(models.QuerySet["ProcedureVersion"]):
    def in_force(self, day: date) -> VersionQuerySet:
        begun = Q(is_published=True, valid_from__lte=day)
        return self.filter(begun & (Q(valid_to__isnull=True) | Q(valid_to__gte=day)))

    def with_facts(self) -> VersionQuerySet:
        """With everything a page or a submission reads, in a fixed number of statements."""
        return self.select_related("procedure").prefetch_related("limits", "fees")

    def with_form_mark(self) -> VersionQuerySet:
        """`has_form`: a declaration is published, so that the procedure can be filed."""
        forms = FormDefinition.objects.filter(version=models.OuterRef("pk"), is_published=True)
        return self.annotate(has_form=models.Exists(forms))

    def without_verified_limit(self) -> VersionQuerySet:
        """Nobody has confirmed the ordinary statutory limit."""
        known = TimeLimit.objects.filter(
            version=models.OuterRef("pk"), kind=LimitKind.STATUTORY, case="", is_verified=True
        )
        return self.filter(~models.Exists(known))

    def without_verified_fee(self) -> VersionQuerySet:
        """At least one fee is unconfirmed, or none is known at all."""
        fees = Fee.objects.filter(version=models.OuterRef("pk"))
        return self.filter(models.Exists(fees.filter(is_verified=False)) | ~models.Exists(fees))


class Origin(models.TextChoices):
    SHIPPED = "shipped", "theo bộ thủ tục đi kèm"
    IMPORTED = "imported", "nhập từ tệp"
    EDITED = "edited", "cán bộ sửa"


class ProcedureVersion(models.Model):
    """What a procedure asks and promises between two days. A dossier keeps the version it was opened under."""

    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(default=1)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    is_published = models.BooleanField(default=False)
    decision_no = models.CharField(max_length=120, blank=True)
    issuer = models.CharField(max_length=120, blank=True)
    summary = models.TextField(blank=True)
    channels = models.JSONField(default=list, help_text='of "counter", "online", "post"')
    components = models.JSONField(default=list, help_text="gandan/catalog/parts.py: Component")
    not_needed = models.JSONField(default=list)
    results = models.JSONField(default=list, help_text='[{"code", "name"}]')
    legal_basis = models.JSONField(default=list, help_text='[{"title", "code"}]')
    route = models.JSONField(default=list, help_text="stages of parallel legs: gandan/catalog/parts.py: RouteLeg")
    on_the_spot = models.BooleanField(
        default=False, help_text="may be settled at the counter while one waits (4 tại chỗ)"
    )
    applicant = models.CharField(max_length=20, default="citizen", help_text="citizen, household, organisation")
    source = models.CharField(max_length=300, blank=True)
    checked_on = models.DateField(null=True, blank=True)
    origin = models.CharField(max_length=10, choices=Origin, default=Origin.EDITED)
    digest = models.CharField(
        max_length=64, blank=True, editable=False, help_text="SHA-256 of the shipped or imported content"
    )
    warnings = models.JSONField(default=list, help_text="for the clerk: what to check before relying on this")

    objects = VersionQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["procedure", "number"], name="version_number_once")]
        indexes = [models.Index(fields=["procedure", "valid_from"], name="version_in_force")]

    def __str__(self) -> str:
        return f"{self.procedure.short_name}, bản {self.number}"

    def papers(self) -> list[Component]:
        read: tuple[object, list[Component]] | None = self.__dict__.get("_read")
        if read is None or read[0] is not self.components:
            read = self.__dict__["_read"] = (self.components, components_from(self.components))
        return list(read[1])

    def stages(self) -> list[list[RouteLeg]]:
        return stages_from(self.route)

    def limit(self, kind: str, commune: Agency | None = None) -> TimeLimit | None:
        """The limit of the ordinary case, as confirmed nearest to `commune`; without one, as it is everywhere."""
        return next((one for one in self.limits_in(commune) if one.kind == kind and not one.case), None)

    def limits_in(self, commune: Agency | None) -> list[TimeLimit]:
        return _nearest(list(self.limits.all()), commune)

    def fees_in(self, commune: Agency | None) -> list[Fee]:
        """What holds in `commune`: its own fee before its province's, the province's before the national one."""
        return _nearest(list(self.fees.all()), commune)

    def form(self) -> FormDefinition | None:
        """The newest published definition of the declaration."""
        return self.forms.filter(is_published=True).order_by("-number").first()


class Fact(models.Model):
    """A local or national fact with its source: unverified until a clerk confirms it."""

    agency = models.ForeignKey(
        Agency, models.CASCADE, null=True, blank=True, related_name="+", help_text="empty: the same everywhere"
    )
    citation = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=300, blank=True)
    source_on = models.DateField(null=True, blank=True)
    is_verified = models.BooleanField(default=False)
    verified_by = models.CharField(max_length=120, blank=True)
    verified_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def subject(self) -> tuple[object, ...]:
        """What the fact is about: of two facts about the same, the one nearest to a commune holds there."""
        raise NotImplementedError

    def verify(self, *, source: str, source_on: date, by: str, at: datetime) -> None:
        """Mark as confirmed; the caller saves."""
        self.source, self.source_on = source, source_on
        self.is_verified, self.verified_by, self.verified_at = True, by, at


AFact = TypeVar("AFact", bound=Fact)


def _nearest(facts: Sequence[AFact], commune: Agency | None) -> list[AFact]:
    """One fact per subject, in the order of the subjects: commune before province before everywhere."""
    places: list[int | None] = [commune.pk, commune.province_id, None] if commune else [None]
    kept: dict[tuple[object, ...], AFact] = {}
    for fact in facts:
        rival = kept.get(fact.subject)
        if fact.agency_id in places and (rival is None or places.index(fact.agency_id) < places.index(rival.agency_id)):
            kept[fact.subject] = fact
    return list(kept.values())


class LimitKind(models.TextChoices):
    STATUTORY = "statutory", "Theo luật"
    PROMISED = "promised", "Xã cam kết"


class TimeLimit(Fact):
    """A time limit in the unit the law uses; never converted into another."""

    version = models.ForeignKey(ProcedureVersion, models.CASCADE, related_name="limits")
    kind = models.CharField(max_length=10, choices=LimitKind, default=LimitKind.STATUTORY)
    case = models.CharField(max_length=200, blank=True, help_text="empty: the ordinary case")
    count = models.PositiveSmallIntegerField()
    unit = models.CharField(max_length=12, choices=[(unit.value, unit.value) for unit in Unit])
    cutoff = models.TimeField(default=time(15), help_text="same_day: received after it counts for the next working day")

    class Meta:
        ordering = ["pk"]

    @property
    def subject(self) -> tuple[object, ...]:
        return (self.kind, self.case)


class Fee(Fact):
    """What a case costs by which channel. `amount` empty: not confirmed, never “free”."""

    version = models.ForeignKey(ProcedureVersion, models.CASCADE, related_name="fees")
    case = models.CharField(max_length=200, blank=True)
    channels = models.JSONField(default=list)
    amount = models.PositiveIntegerField(null=True, blank=True, help_text="đồng per unit")
    unit = models.CharField(max_length=40, default="lần")
    tiers = models.JSONField(default=list, help_text="[[2, 2000], [null, 1000]]: price per unit up to the n-th")
    cap = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]

    @property
    def subject(self) -> tuple[object, ...]:
        return (self.case, tuple(sorted(self.channels)))


class FormDefinition(models.Model):
    """The declaration of a procedure as data: steps of fields. A submission keeps the definition it was made with."""

    version = models.ForeignKey(ProcedureVersion, models.CASCADE, related_name="forms")
    number = models.PositiveSmallIntegerField(default=1)
    steps = models.JSONField(help_text="gandan/catalog/parts.py: FormStep")
    is_published = models.BooleanField(default=True)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "number"], name="form_number_once")]

    @cached_property
    def pages(self) -> tuple[FormStep, ...]:
        """`steps`, read once: a definition never changes after it was made."""
        return tuple(steps_from(self.steps))
