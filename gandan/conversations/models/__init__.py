"""The nouns of conversations."""

from .channels import ChannelKind, CommunityChannel, Post, PostPhoto
from .checking import Precheck, PrecheckPaper, PrecheckPhoto
from .thread import AskedBy, FieldDuty, Side, Thread, ThreadQuerySet, Turn, TurnPhoto, phone_index
from .touching import TouchDay, Touchpoint

__all__ = [
    "AskedBy", "ChannelKind", "CommunityChannel", "FieldDuty", "Post", "PostPhoto", "Precheck", "PrecheckPaper",
    "PrecheckPhoto", "Side", "Thread", "ThreadQuerySet", "TouchDay", "Touchpoint", "Turn", "TurnPhoto", "phone_index",
]  # fmt: skip
