"""Who is told: a person with every way there is to reach them."""

from __future__ import annotations

from dataclasses import dataclass

from gandan.core.secrets import blind_index
from gandan.dossiers.models import Dossier
from gandan.people.models import User
from gandan.places.models import Agency, Hamlet


@dataclass(frozen=True, kw_only=True)
class Addressee:
    """`commune`: whose officers call, or bring a letter, when no machine gets through. `phone` is “0912345678”.

    What is left empty is taken from `user`. `hamlet`: whose head may bring the words.
    """

    name: str
    commune: Agency
    user: User | None = None
    phone: str = ""
    email: str = ""
    address: str = ""
    hamlet: Hamlet | None = None

    @property
    def reach_phone(self) -> str:
        return self.phone or (self.user.phone if self.user else "")

    @property
    def reach_email(self) -> str:
        return self.email or (self.user.email if self.user else "")

    @property
    def key(self) -> str:
        """The same person, the same key; without the key of the data it tells nothing."""
        if self.user is not None:
            return f"u{self.user.pk}"
        known = self.reach_phone or self.reach_email or f"{self.commune.pk} {self.name} {self.address}"
        return f"c{blind_index(known, column='notifications_notice.addressee_key')}"


def applicant_of(dossier: Dossier) -> Addressee:
    return Addressee(
        name=dossier.applicant_name, commune=dossier.commune, user=dossier.owner, phone=dossier.applicant_phone,
        email=dossier.applicant_email, address=dossier.applicant_address,
    )  # fmt: skip
