"""Opening a compartment: the action before, the lock, the action after. The lock is asked outside any transaction.

Power may fail at any line. Before the lock is asked the placement says “đang mở”; `finish_opening` finds out afterwards
what became of it, and the code goes on holding until the result is recorded as fetched.
"""

from __future__ import annotations

import logging
from datetime import datetime

from gandan.core.errors import RuleBroken
from gandan.gateways.locker import LockerFailed, LockerPort, UnknownDoor, locker
from gandan.people.models import User

from . import actions, workflow
from .limits import code_was_right, may_try_code
from .models import Locker, Machine, Placement

logger = logging.getLogger(__name__)
TOO_OFTEN = "Đã nhập sai mã nhiều lần. Xin chờ 10 phút, hoặc gọi Trung tâm."


def port_of(cabinet: Locker) -> LockerPort:
    return locker(cabinet.address, name=str(cabinet.pk))


def fetch(machine: Machine, *, code: str, now: datetime) -> Placement:
    """The citizen gives the code; the compartment springs open and the result counts as returned. RuleBroken otherwise."""
    if not may_try_code(machine, now=now):
        raise RuleBroken(TOO_OFTEN)
    placement = actions.open_compartment(machine, code=code, now=now)
    code_was_right(machine)
    try:
        port_of(placement.compartment.locker).open(placement.compartment.number)
    except UnknownDoor:
        raise RuleBroken(
            f"{placement} chưa báo về. Ngăn đã mở thì ông/bà cứ lấy kết quả; chưa mở thì nhập lại mã sau một phút."
        ) from None
    except LockerFailed as failure:
        logger.warning("Compartment %s did not open: %s", placement.compartment_id, failure)
        actions.keep_shut(placement, by=None, now=now)
        raise RuleBroken(f"{placement} chưa mở được. Mã vẫn dùng được. Xin thử lại, hoặc gọi Trung tâm.") from None
    actions.fetch_result(placement, by=None, now=now)
    return placement


def open_for(officer: User, placement: Placement) -> None:
    """Open the door for the officer who puts a result in or takes it back."""
    try:
        port_of(placement.compartment.locker).open(placement.compartment.number)
    except LockerFailed as failure:
        logger.warning("Compartment %s did not open for %s: %s", placement.compartment_id, officer.pk, failure)
        raise RuleBroken(f"{placement} chưa mở được. Mở bằng chìa khóa của tủ, hoặc chọn ngăn khác.") from None


def take_out(placement: Placement, *, by: User, now: datetime) -> None:
    """The door first: a result is not written down as taken back while it is still behind a shut one."""
    if workflow.TAKE_BACK in placement.possible_steps():
        open_for(by, placement)
    actions.take_back(placement, by=by, now=now)


def finish_opening(placement: Placement, *, now: datetime) -> None:
    """After a power cut: open or empty means fetched; shut and full means that the code goes on holding.

    Without an answer, or without a sensor behind a shut door, it stays “đang mở” for the officer to look.
    """
    number = placement.compartment.number
    try:
        door = port_of(placement.compartment.locker).states().get(number)
    except LockerFailed as failure:
        logger.warning("Locker %s does not answer: %s", placement.compartment.locker_id, failure)
        return
    if door is None:
        return
    if door.is_open or door.is_occupied is False:
        actions.fetch_result(placement, by=None, now=now)
    elif door.is_occupied:
        actions.keep_shut(placement, by=None, now=now)
