"""Sign-in codes by the same suppliers as every other message: the next one is asked when the first is down."""

from uuid import uuid4

from gandan.gateways.carriers import CarrierDown, CarrierRefused, carrier, suppliers_of

from . import SmsFailed


class CarriedSms:
    def send(self, *, to: str, text: str) -> None:
        key, reasons = str(uuid4()), []
        for name in suppliers_of("sms"):
            try:
                carrier(name).send(to, text, key)
            except CarrierRefused as refused:
                raise SmsFailed(str(refused), permanent=True) from refused
            except CarrierDown as down:
                reasons.append(str(down))
            else:
                return
        raise SmsFailed(" ".join(reasons) or "Chưa khai nhà cung cấp tin nhắn.")
