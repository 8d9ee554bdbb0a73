"""The switchboard of reform: which rule holds where on which day.

A *kind* of programme is declared in code beside the domain it steers (`dossiers/programmes/`): its parameters, what it
changes, which measures show it. A *programme* of that kind belongs to an agency; its *terms* are dated rows, so that what
the rule was on any past day can always be answered. Verbs: switch_on, change, switch_off, call_off. Domain code asks one
question: `running.running(kind, agency, day)`.
"""
