"""The nouns of notifications."""

from .message import ARRIVED, Channel, Delivery, Message
from .notice import Notice, Urgency
from .preference import Preference
from .supplier import Supplier
from .text import TextVersion

__all__ = ["ARRIVED", "Channel", "Delivery", "Message", "Notice", "Preference", "Supplier", "TextVersion", "Urgency"]
