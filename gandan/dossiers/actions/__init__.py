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
from .handover import offer_handover
from .home_return import (
    HandedOver,
    HomeRequest,
    cancel_home_return,
    deliver_home_return,
    miss_home_return,
    promise_home_return,
    schedule_home_return,
)
from .programmes import fall_back, put_under
from .reading import rate, see, warn_unreceived
from .returning import keep_scan
from .visits import draw_for_result, link_ticket
from .waiting import (
    Demand,
    Proof,
    SupplementRequest,
    ask_payment,
    ask_supplement,
    confirm_payment,
    offer_payment,
    resubmit,
    take_cash,
)
from .working import Outcome, approve, correct, finish_leg, hand_over, hold, receive, return_result

__all__ = [
    "DIGITISED_FIELDS", "NEEDED_FIELDS", "Apology", "Demand", "Filing", "HandedOver", "Handing", "HomeRequest",
    "Outcome", "Proof", "SupplementRequest", "add_paper", "add_supplement", "approve", "ask_payment",
    "ask_supplement", "cancel_home_return", "close", "confirm_payment", "correct", "deliver_home_return", "digitise",
    "discard_draft", "draft_extension", "draw_for_result", "extend", "fall_back", "file", "file_at_counter",
    "finish_leg", "hand_over", "hold", "keep_scan", "link_ticket", "miss_home_return", "offer_handover", "offer_payment",
    "own_draft", "promise_home_return", "put_under", "rate", "receive", "refuse", "remove_paper", "resubmit", "return_result",
    "save_step", "scan_paper", "schedule_home_return", "see", "start_draft", "stop", "submit", "take_cash",
    "warn_unreceived", "withdraw",
]  # fmt: skip
