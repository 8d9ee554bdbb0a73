"""What would happen, without its happening: the verb itself runs and everything it wrote is taken back."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction

from .running import forget_programmes


class _TakenBack(Exception):
    pass


def rehearse(act: Callable[[], object]) -> None:
    """RuleBroken or Clash exactly as the verb would raise them; nothing stays written."""
    try:
        with transaction.atomic():
            act()
            raise _TakenBack
    except _TakenBack:
        return
    finally:
        forget_programmes()
