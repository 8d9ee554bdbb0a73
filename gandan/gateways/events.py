"""What comes in from outside. Ids and status words only; numbers, addresses and words lie sealed in the rows."""

from dataclasses import dataclass

from gandan.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class ReceiptArrived(Event):
    """The carrier says how a message ended: `state` is “delivered”, “seen” or “failed”; told once per state.

    `reference` is what `Carrier.send` returned. It may come before the sender has noted that reference:
    `receipts.state_of(supplier, reference)` answers at any time.
    """

    channel: str
    supplier: str
    reference: str
    state: str


@dataclass(frozen=True, kw_only=True)
class ZaloMessageReceived(Event):
    """`message_id` is an `InboundMessage`, `contact_id` the `ZaloContact` who wrote it."""

    message_id: int
    contact_id: int


@dataclass(frozen=True, kw_only=True)
class ZaloFollowed(Event):
    contact_id: int


@dataclass(frozen=True, kw_only=True)
class ZaloUnfollowed(Event):
    contact_id: int


@dataclass(frozen=True, kw_only=True)
class ZaloPhoneShared(Event):
    contact_id: int


@dataclass(frozen=True, kw_only=True)
class InboundFileFetched(Event):
    """The content of `file_id` (an `InboundFile` of the message) has come; the message itself was told before."""

    message_id: int
    file_id: int


@dataclass(frozen=True, kw_only=True)
class MailReceived(Event):
    """`message_id` is an `InboundMessage` with its `files`."""

    message_id: int


@dataclass(frozen=True, kw_only=True)
class CallReported(Event):
    """The telephone exchange tells one step of a call; `report_id` is the `CallReport` with the sealed number.

    `line`: the number or extension that was called; `direction`: “in” or “out”; `state`: “ringing”, “answered”, “missed”
    or “ended”.
    """

    report_id: int
    call_id: str
    line: str
    direction: str
    state: str


@dataclass(frozen=True, kw_only=True)
class PushSubscribed(Event):
    subscription_id: int


@dataclass(frozen=True, kw_only=True)
class PushUnsubscribed(Event):
    subscription_id: int
