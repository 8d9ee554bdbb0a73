"""The catalogue for officers of a commune: everybody reads, clerks confirm, administrators of the province edit."""

from gandan.people.access import officer
from gandan.people.models import Role

from . import editing

keeper = officer(Role.CLERK, Role.ADMINISTRATOR, Role.OVERSIGHT)

procedures = officer(editing.procedures)
procedure = officer(editing.procedure)
verify_limit = keeper(editing.verify_limit)
verify_fee = keeper(editing.verify_fee)
edit_facts = keeper(editing.edit_facts)
publish_version = keeper(editing.publish_version)
edit_form = keeper(editing.edit_form)
add_alias = keeper(editing.add_alias)
remove_alias = keeper(editing.remove_alias)
retire = keeper(editing.retire)
