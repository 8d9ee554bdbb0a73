"""The verbs of letters."""

from .contributing import Gift, register_contribution
from .drafting import Draft, Page, draft_letter, edit_letter
from .giving import Handing, deliver_letter, drop_letter
from .greeting import Message, air_greeting, approve_greeting, plan_greetings, write_greeting
from .refusing import choose_letters
from .signing import present_letter, send_letter_back, sign_letter
from .wording import keep_letter_text

__all__ = [
    "Draft", "Gift", "Handing", "Message", "Page", "air_greeting", "approve_greeting", "choose_letters", "deliver_letter",
    "draft_letter", "drop_letter", "edit_letter", "keep_letter_text", "plan_greetings", "present_letter",
    "register_contribution", "send_letter_back", "sign_letter", "write_greeting",
]  # fmt: skip
