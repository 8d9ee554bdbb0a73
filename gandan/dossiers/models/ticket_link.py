"""Which visit to the hall a dossier came of: ticket and dossier stand on one time line."""

from __future__ import annotations

from django.db import models

from gandan.hall.models import Matter, Ticket

from .dossier import Dossier


class DossierTicket(models.Model):
    """A dossier filed, or a result fetched, with a number of the hall."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="visits")
    ticket = models.ForeignKey(Ticket, models.CASCADE, related_name="dossiers")
    matter = models.ForeignKey(Matter, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dossier", "ticket"], name="dossier_of_ticket_once")]
