"""Where a dossier stands, by the key on its receipt: open, and without personal data."""

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router

from gandan.dossiers.models import Dossier

from .. import shapes
from ..callers import lost
from ..telling import tracking as tell

router = Router(tags=["Theo dõi"])


@router.get("/tracking/{key}", response=shapes.Tracking, summary="Theo dõi hồ sơ bằng khóa trên giấy hẹn")
def tracking(request: HttpRequest, key: str) -> shapes.Tracking:
    """A wrong key is counted: after 60 in a minute this address has to wait (429)."""
    dossier = Dossier.objects.select_related("procedure", "agency", "commune", "version").filter(key=key).first()
    if dossier is None:
        raise lost(request)
    return tell(dossier, list(dossier.legs.select_related("agency")), timezone.now())
