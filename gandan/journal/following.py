"""Who follows which event. `@follows(DossierReceived)` stands in the `reactions.py` of apps above the one that speaks."""

from collections.abc import Callable
from typing import Any

from procrastinate.contrib.django import app

from .events import Event
from .models import Entry

Reaction = Callable[[Any, Entry], None]
_followers: dict[type[Event], list[str]] = {}
_reactions: dict[str, Reaction] = {}


def follows(*kinds: type[Event]) -> Callable[[Reaction], Reaction]:
    """Run the decorated function, at least once and effectively once, after an event of one of `kinds`."""

    def register(reaction: Reaction) -> Reaction:
        name = f"{reaction.__module__.removeprefix('gandan.').partition('.reactions')[0]}.{reaction.__name__}"
        if name in _reactions:
            raise TypeError(f"Two reactions are named {name}.")
        _reactions[name] = reaction
        for kind in kinds:
            _followers.setdefault(kind, []).append(name)
        return reaction

    return register


def followers_of(kind: type[Event]) -> list[str]:
    return _followers.get(kind, [])


def reaction_named(name: str) -> Reaction:
    return _reactions[name]


def wiring() -> list[tuple[str, list[str]]]:
    """Every event with its followers, for `gandan reactions`."""
    return sorted((kind.__name__, followers_of(kind)) for kind in Event.kinds.values())


def tell(followers: list[str], entry: Entry) -> None:
    """Defer one job per follower, in the current transaction and one statement."""
    if followers:
        jobs: list[dict[str, Any]] = [{"entry_id": entry.pk, "follower": follower} for follower in followers]
        app.configure_task("gandan.journal.jobs.react").batch_defer(*jobs)
