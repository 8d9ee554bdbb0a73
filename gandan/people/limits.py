"""How often a door may be tried, counted in the database, so that all processes count together.

Limits per network address are wide: a whole office or a telephone company may stand behind one address.
"""

from datetime import datetime, timedelta

from gandan.core.actions import count_try, forget_tries
from gandan.core.secrets import blind_index

from .contacts import Contact
from .models import User

PASSWORD_TRIES, PASSWORD_PER = 5, timedelta(minutes=5)
PASSWORD_TRIES_PER_ADDRESS = 300
SECOND_FACTOR_TRIES, SECOND_FACTOR_PER = 5, timedelta(minutes=5)
CODES_PER_CONTACT, CODES_PER_ADDRESS, CODES_PER = 6, 200, timedelta(hours=1)
CHECKS_PER_ADDRESS, CHECKS_PER = 600, timedelta(hours=1)


def _password_door(username: str, address: str) -> str:
    return f"password:{blind_index(f'{username.strip().lower()}:{address}', column='core_trycount.what')}"


def may_try_password(username: str, address: str, *, now: datetime) -> bool:
    """Five wrong passwords in five minutes for one username from one address; more for an office behind one address."""
    everybody = count_try(f"password:*:{address}", now=now, limit=PASSWORD_TRIES_PER_ADDRESS, per=PASSWORD_PER)
    door = _password_door(username, address)
    return count_try(door, now=now, limit=PASSWORD_TRIES, per=PASSWORD_PER) and everybody


def password_was_right(username: str, address: str) -> None:
    """Only wrong passwords count."""
    forget_tries(_password_door(username, address))


def may_try_second_factor(user: User, *, now: datetime) -> bool:
    return count_try(f"second-factor:{user.pk}", now=now, limit=SECOND_FACTOR_TRIES, per=SECOND_FACTOR_PER)


def second_factor_was_right(user: User) -> None:
    forget_tries(f"second-factor:{user.pk}")


def may_ask_code(contact: Contact, address: str, *, now: datetime) -> bool:
    everybody = count_try(f"code-asked:{address}", now=now, limit=CODES_PER_ADDRESS, per=CODES_PER)
    return count_try(f"code-asked:{contact.index}", now=now, limit=CODES_PER_CONTACT, per=CODES_PER) and everybody


def may_check_code(address: str, *, now: datetime) -> bool:
    return count_try(f"code-checked:{address}", now=now, limit=CHECKS_PER_ADDRESS, per=CHECKS_PER)
