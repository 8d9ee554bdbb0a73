"""The counter goes to the people: teams and rosters, sessions in the hamlets, home visits, lists of people to reach.

A `Team` has rules (members, organisations, hours); a `Shift` is one member's duty, taken or covered; a `Support` is one
help given. A `FieldSession` is a counter in a hamlet, also without a network; a `HomeVisit` collects or returns; a
`Listing` is a list in which everybody ends in a final state with a reason. Law: NĐ 118/2025/NĐ-CP, Điều 12, Điều 14.
"""
