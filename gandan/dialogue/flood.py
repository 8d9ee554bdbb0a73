"""How often one network address may book or ask. Limits are wide: a whole hamlet may stand behind one address."""

from datetime import datetime, timedelta

from gandan.core.actions import count_try
from gandan.core.secrets import blind_index

HOUR = timedelta(hours=1)
PER_ADDRESS, PER_PHONE = 30, 5


def may_send(address: str, phone: str, *, now: datetime) -> bool:
    """The telephone is counted too, hashed."""
    told = count_try(f"dialogue:*:{address}", now=now, limit=PER_ADDRESS, per=HOUR)
    if not phone:
        return told
    door = f"dialogue:{blind_index(phone, column='core_trycount.what')}"
    return count_try(door, now=now, limit=PER_PHONE, per=HOUR) and told
