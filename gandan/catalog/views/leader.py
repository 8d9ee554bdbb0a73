"""The same pages for the oversight of the province, which sits in no commune."""

from gandan.people.access import leader

from . import editing

procedures = leader(editing.procedures)
procedure = leader(editing.procedure)
verify_limit = leader(editing.verify_limit)
verify_fee = leader(editing.verify_fee)
edit_facts = leader(editing.edit_facts)
publish_version = leader(editing.publish_version)
edit_form = leader(editing.edit_form)
add_alias = leader(editing.add_alias)
remove_alias = leader(editing.remove_alias)
retire = leader(editing.retire)
