"""The self-service machine (máy APS): file, pay, print the receipt, fetch the result from a locker.

A `Machine` stands somewhere and tells how it is; a `Visit` is one person's use of it and knows nobody; a `KioskFiling`
says which dossier came of it. A `Placement` is a result in a `Compartment` of a `Locker`: reserved → holding → opening →
fetched, or overdue → taken back. Verbs: register_machine, change_machine, report_health, note_silence, begin_visit,
note_visit, start_filing, file_visit, note_printed, end_visit, reserve_compartment, place_result, note_code_sent, renew_code,
open_compartment, fetch_result, keep_shut, lapse, take_back.
Requirements S2.2, S2.3; law: NĐ 118/2025/NĐ-CP, Điều 17 (a card reader may stand for the look at the card).
"""
