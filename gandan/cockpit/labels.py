"""Keys of groups as people read them. Pure."""

from datetime import date

from gandan.core.vietnamese import say_day
from gandan.dossiers.models import Channel

CHANNELS = dict(Channel.choices)
OUTCOMES = {"early": "Trước hạn", "on_time": "Đúng hạn", "late": "Quá hạn"}


def label_of(by: str, label: str) -> str:
    if by == "channel":
        return CHANNELS.get(label, label)
    if by == "month":
        return f"Tháng {date.fromisoformat(label):%m/%Y}"
    if by == "day":
        return say_day(date.fromisoformat(label))
    return label or "Chưa ghi"
