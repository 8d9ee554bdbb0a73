"""Web push to every browser of a citizen. Accepted when one push service took it; browsers that are gone are forgotten."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils import timezone

from gandan.gateways import actions
from gandan.gateways.models import PushSubscription
from gandan.gateways.push.sending import Outcome, send

from . import NOTHING
from .failing import CarrierDown, CarrierRefused


class PushCarrier:
    def __init__(self, name: str) -> None:
        self.name = name

    def send(self, to: str, text: str, key: str, template: str = "", params: Mapping[str, str] = NOTHING) -> str:
        subject = params.get("subject") or "Gần Dân"
        outcomes = []
        for one in PushSubscription.objects.filter(user_id=int(to)) if to.isdigit() else ():
            outcome = send(one, key=key, title=subject, text=text, link=params.get("link", ""))
            if outcome is Outcome.GONE:
                actions.unsubscribe(one.endpoint, now=timezone.now())
            outcomes.append(outcome)
        if Outcome.TAKEN in outcomes:
            return f"push:{key}"[:100]
        if Outcome.LATER in outcomes:
            raise CarrierDown("Dịch vụ báo tin của trình duyệt chưa nhận.")
        raise CarrierRefused("Người này không còn trình duyệt nào nhận báo tin.")
