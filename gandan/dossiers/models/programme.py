"""What was done under a programme: the tag by which the effect of a reform model is measured."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from gandan.people.models import User
from gandan.programmes.models import Programme, Term

from .dossier import Dossier


class UnderProgramme(models.Model):
    """A dossier done under a programme, with the term that held then. What it promised, and whether that was kept."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="under")
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    term = models.ForeignKey(Term, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    at = models.DateTimeField()
    promised_at = models.DateTimeField(null=True, help_text="the moment the programme promised, where it promises one")
    is_kept = models.BooleanField(null=True, help_text="empty: still open, or nothing was promised")
    fell_back_at = models.DateTimeField(
        null=True, help_text="the promise was given up; the ordinary limit counts again"
    )
    fell_back_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=300, blank=True, help_text="why the promise could not be kept")
    saved_days = models.FloatField(null=True, help_text="working days saved against the statutory limit, once settled")
    saved_sheets = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dossier", "programme"], name="under_programme_once")]
        indexes = [
            models.Index(fields=["programme", "at"], include=["dossier", "is_kept"], name="under_programme_at"),
            models.Index(
                fields=["promised_at"], name="under_open", condition=Q(is_kept__isnull=True, promised_at__isnull=False)
            ),
        ]
