"""The verbs of the dossier: the only place that writes it. One verb, one function, one transaction."""

from .counter import Handing, file_at_counter
from .digitising import DIGITISED_FIELDS, NEEDED_FIELDS, digitise
from .ending import Apology, close, draft_extension, extend, refuse, stop, withdraw
from .filing import (
    Filing,
    add_paper,
    add_supplement,
    discard_draft,
    file,
    own_draft,
    remove_paper,
    save_step,
    scan_paper,
    start_draft,
    submit,
)
from .reading import rate, see, warn_unreceived
from .waiting import (
    Demand,
    Proof,
    SupplementRequest,
    ask_payment,
    ask_supplement,
    confirm_payment,
    resubmit,
    take_cash,
)
from .working import Outcome, approve, correct, finish_leg, hand_over, hold, receive, return_result

__all__ = [
    "DIGITISED_FIELDS", "NEEDED_FIELDS", "Apology", "Demand", "Filing", "Handing", "Outcome", "Proof", "SupplementRequest",
    "add_paper", "add_supplement", "approve", "ask_payment", "ask_supplement", "close", "confirm_payment",
    "correct", "digitise", "discard_draft", "draft_extension", "extend", "file", "file_at_counter", "finish_leg",
    "hand_over", "hold", "own_draft", "rate", "receive", "refuse", "remove_paper", "resubmit", "return_result",
    "save_step", "scan_paper", "see", "start_draft", "stop", "submit", "take_cash", "warn_unreceived", "withdraw",
]  # fmt: skip
