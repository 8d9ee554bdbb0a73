"""Makers of groups: five people wait for the same certification."""

from __future__ import annotations

from gandan.hall import actions
from gandan.hall.models import PeerGroup, Ticket
from gandan.hall.tests import make
from gandan.people.tests import make as people
from gandan.programmes.actions import Switch, switch_on


def switched_on(least: int = 3) -> None:
    switch = Switch("peer_group", people.commune(), "", {"least": least}, since=make.MONDAY.date())
    switch_on(switch, by=None, now=make.MONDAY)


def waiting(count: int = 5) -> list[Ticket]:
    certify = make.procedure("2.000815", "Chứng thực bản sao")
    return [make.ticket(minute, procedures=[certify]) for minute in range(count)]


def proposed(count: int = 5) -> tuple[PeerGroup, list[Ticket]]:
    switched_on()
    tickets = waiting(count)
    of = tickets[0].procedure
    assert of is not None
    minh = make.officer()
    return actions.propose_group(people.commune(), procedure=of, tickets=tickets, by=minh, now=make.at(10)), tickets


def guiding(count: int = 5) -> tuple[PeerGroup, list[Ticket]]:
    """Agreed at 8:12, guided at 8:17, guiding from 8:18."""
    group, tickets = proposed(count)
    minh = make.officer()
    actions.agree_group(group, pioneer=tickets[0], by=minh, now=make.at(12))
    actions.guide_pioneer(group, by=minh, now=make.at(17))
    actions.let_guide(group, by=minh, now=make.at(18))
    return group, tickets


def confirmed() -> PeerGroup:
    """The last of five is confirmed at 8:32: twenty minutes after the pioneer agreed."""
    group, _ = guiding()
    for index, member in enumerate(group.members.select_related("ticket")):
        actions.confirm_member(member, by=make.officer(), now=make.at(28 + index))
    return PeerGroup.objects.get(pk=group.pk)


def served_alone(count: int, minutes: int) -> None:
    """So many people were served alone with the same procedure, each for so many minutes."""
    counter, lan = make.open_counter(9, "lan")
    for ticket in waiting(count):
        called = actions.call_next(counter, by=lan, now=make.at(1))
        assert called is not None
        actions.start_serving(called, by=lan, now=make.at(2))
        actions.finish(called, by=lan, now=make.at(2 + minutes))
        assert called.pk >= ticket.pk
