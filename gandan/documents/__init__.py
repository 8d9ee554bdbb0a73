"""The papers an office prints: sheets, statutory forms 01–07, cash receipts, QR codes.

Nouns: `Sheet` (one printed paper, described without saying how it is drawn), its blocks, `FormEdition` (one statutory
form as one circular fixed it). Verbs: build a sheet from facts (`statutory`), render it as PDF/A (`pdf`) or as an
editable draft (`docx`), draw a QR (`qr`). No states and no rows: whoever knows the case passes frozen facts in and
keeps what comes out. Law: Thông tư 03/2025/TT-VPCP, Phụ lục I (the seven forms); Nghị định 30/2020/NĐ-CP, Phụ lục I
(layout); Nghị định 118/2025/NĐ-CP, Điều 16, 17, 19, 20, 21 (contents).
"""
