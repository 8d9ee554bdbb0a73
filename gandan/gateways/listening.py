"""What the worker keeps open besides its jobs: the line to the exchange, the sessions of SMPP suppliers."""

from __future__ import annotations

import logging
import threading

from django.conf import settings

logger = logging.getLogger(__name__)
LOOK_EVERY = 30.0


def start() -> None:
    """Begin listening on threads that end with the process. Nothing happens where nothing is set."""
    if settings.EXCHANGE_AMI:
        _listen_to_exchange()
    for name, supplier in settings.SMS_SUPPLIERS.items():
        if supplier["url"].startswith("smpp"):
            threading.Thread(target=_keep_bound, args=[name], name=f"{name}-keeper", daemon=True).start()


def _listen_to_exchange() -> None:
    from .exchange.listening import AmiFailed, Listener

    try:
        listener = Listener(settings.EXCHANGE_AMI, settings.EXCHANGE_AMI_PASSWORD)
    except AmiFailed as error:
        logger.error("%s", error)  # the jobs go on: a wrong address must not stop everything else
        return
    threading.Thread(target=listener.run, name="exchange", daemon=True).start()


def _keep_bound(name: str) -> None:
    """Receipts come in only while a session is open."""
    # Loaded here because the protocol's library is of no use to a process that does not listen.
    from .carriers.smpp import open_link
    from .smpp.link import LinkDown

    pause = threading.Event()
    while True:
        try:
            open_link(name).bind()
        except LinkDown as error:
            logger.warning("%s: no session (%s)", name, error)
        except ValueError:
            logger.error("%s: the address must be smpp://user@host:port", name)
            return
        pause.wait(LOOK_EVERY)
