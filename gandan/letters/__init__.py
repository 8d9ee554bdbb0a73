"""Letters of the commune on events of life and work: proposed by an event, signed by a person, handed over with proof.

Nouns: `Letter`, `Contribution` (what somebody gave to the commune), `LetterText` (the words of one kind, in versions),
`LetterRefusal` (a person who wants no letters), `Greeting` (a message to everybody on a holiday) and its `Airing`s.
Verbs: draft, edit, present, sign, send back, deliver, drop; register a contribution; approve a greeting, air it.
States: drafted → presented → signed → delivered; dropped. Source: plan of xã Thanh Hà 2026, mục III, nội dung 3;
criteria 2.4 and 2.5 (S1.9–S1.14, S1.57). The apology with a new date of a late dossier is Mẫu 04 and belongs to dossiers.
"""
