"""The self-service machine (máy APS): file, pay, print the receipt, fetch the result from a locker.

A `Machine` stands somewhere and tells how it is; a `Visit` is one person's use of it; a `Compartment` of a locker holds a
result until it is fetched. Verbs: register_machine, report_health, begin_visit, end_visit, place_result, fetch_result,
take_back. Requirements S2.2, S2.3; law: NĐ 118/2025/NĐ-CP, Điều 17.
"""
