"""The verbs of notifications."""

from .calling import CallResult, CarryResult, note_call, note_carried
from .choosing import Wish, choose_ways
from .delivering import Answer, Handing, hand_over, note_answers
from .reading import read
from .receipts import note_receipt
from .telling import tell
from .writing import withdraw_text, write_text

__all__ = [
    "Answer", "CallResult", "CarryResult", "Handing", "Wish", "choose_ways", "hand_over", "note_answers", "note_call",
    "note_carried", "note_receipt", "read", "tell", "withdraw_text", "write_text",
]  # fmt: skip
