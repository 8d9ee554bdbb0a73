"""One lasting session per supplier and process (bind_transceiver): messages go out, receipts come in.

The session lives on a thread of its own with an event loop. It binds when first needed, and again after it was lost; the
library answers and asks enquire_link. Receipts are written through the journal as they come.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as Late
from typing import TYPE_CHECKING, Any

from django.db import Error as DatabaseError
from django.db import close_old_connections, connections
from django.utils import timezone

from gandan.gateways import actions

from .coding import Part
from .wording import Address, receipt_in

if TYPE_CHECKING:
    from smpp34 import Client, DeliverSmEvent, Smsc

logger = logging.getLogger(__name__)
SECONDS = 10.0
PAUSES = (1, 2, 5, 10, 30)
ALPHANUMERIC, INTERNATIONAL, ISDN = 5, 1, 1


class LinkDown(Exception):
    """No session, or no answer in time. `was_submitted`: a message had gone out by then."""

    def __init__(self, reason: str, *, was_submitted: bool = False) -> None:
        super().__init__(reason)
        self.was_submitted = was_submitted


class NotTaken(Exception):
    """The supplier answered a part with this command_status."""

    def __init__(self, status: int) -> None:
        super().__init__(f"0x{status:08X}")
        self.status = status


class Link:
    """`submit` is called from any thread and waits for the answer."""

    def __init__(self, supplier: str, address: Address, password: str) -> None:
        self.supplier, self.address, self.password = supplier, address, password
        self._client: Client | None = None
        self._session: Smsc | None = None
        self._binding = asyncio.Lock()
        self._listening: set[asyncio.Task[None]] = set()
        self._writer = ThreadPoolExecutor(1, thread_name_prefix=f"{supplier}-receipts")
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name=supplier, daemon=True)
        self._thread.start()

    def submit(self, parts: Sequence[Part], *, to: str, sender: str) -> list[str]:
        """The supplier's reference of each part. Raises `LinkDown` or `NotTaken`; parts before the failing one are gone."""
        return list(self._wait(self._submit(parts, to=to, sender=sender)))

    def bind(self) -> None:
        """Be there for receipts. Raises `LinkDown`."""
        self._wait(self._bound())

    def close(self) -> None:
        """Unbind and end the thread."""
        try:
            self._wait(self._unbind())
        except LinkDown:
            logger.info("%s: session ended without unbind", self.supplier)
        self._writer.submit(connections.close_all)  # a thread's connections end with it, but not by themselves
        self._writer.shutdown()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(SECONDS)
        self._loop.close()

    def _wait(self, work: Any) -> Any:
        future = asyncio.run_coroutine_threadsafe(work, self._loop)
        try:
            return future.result(SECONDS)
        except Late:
            future.cancel()
            raise LinkDown("hết giờ chờ", was_submitted=self._session is not None) from None

    async def _submit(self, parts: Sequence[Part], *, to: str, sender: str) -> list[str]:
        session, references = await self._bound(), []
        for part in parts:
            try:
                answer = await session.submit_sm(
                    destination_addr=to, dest_addr_ton=INTERNATIONAL, dest_addr_npi=ISDN, source_addr=sender,
                    source_addr_ton=ALPHANUMERIC, short_message=part.octets, data_coding=part.coding,
                    esm_class=0x40 if part.has_header else 0, registered_delivery=1,
                )  # fmt: skip
            except Exception as error:  # the library raises its own and bare errors when the session breaks
                self._session = None
                raise LinkDown(type(error).__name__, was_submitted=True) from error
            if not answer.is_success:
                raise NotTaken(answer.command_status)
            references.append(answer.message_id or "")
        return references

    async def _bound(self) -> Smsc:
        # Loaded here because only a process that speaks SMPP needs the library; pages must stay small.
        from smpp34 import Client

        async with self._binding:
            if self._session is None:
                where = self.address
                self._client = Client(
                    where.host, where.port, where.user, self.password, bind_type="TRX", tls=where.is_tls,
                    connect_timeout_ms=int(SECONDS * 500),
                )  # fmt: skip
                try:
                    self._session = await self._client.connect()
                except Exception as error:  # refused bind, no connection, time-out: the library's errors share no base
                    raise LinkDown(type(error).__name__) from error
                task = asyncio.ensure_future(self._listen(self._session))
                self._listening.add(task)
                task.add_done_callback(self._listening.discard)
            return self._session

    async def _listen(self, session: Smsc) -> None:
        from smpp34 import DeliverSmEvent

        while isinstance(event := await session.next(), DeliverSmEvent):
            await self._loop.run_in_executor(self._writer, self._note, event)
        if self._session is session:
            self._session = None

    def _note(self, event: DeliverSmEvent) -> None:
        tlvs = {one.tag: one.value for one in event.tlvs}
        told = receipt_in(event.esm_class, event.short_message, tlvs)
        for pause in (*PAUSES, 0) if told else ():
            close_old_connections()
            try:
                actions.note_receipt(actions.Told("sms", self.supplier, *told), now=timezone.now())  # type: ignore[misc]  # not None here
            except DatabaseError:
                # The library has acknowledged it already: nobody will tell us again.
                logger.warning("%s: a receipt waits for the database", self.supplier)
                threading.Event().wait(pause)
            else:
                return

    async def _unbind(self) -> None:
        if self._session is not None:
            await self._session.unbind()
        if self._client is not None:
            await self._client.stop()
        await asyncio.gather(*self._listening, return_exceptions=True)


_links: dict[tuple[str, Address], Link] = {}
_opening = threading.Lock()


def link_to(supplier: str, address: Address, password: str) -> Link:
    """The one of this process."""
    with _opening:
        key = (supplier, address)
        if key not in _links:
            _links[key] = Link(supplier, address, password)
        return _links[key]


def close_links() -> None:
    """End all sessions of this process."""
    with _opening:
        while _links:
            _links.popitem()[1].close()
