"""Reports of the reform models as documents: of the year, the half year, the quarter, and dossiers for recognition.

Data first (`yearly`, `history`: plain JSON, frozen when a report is closed), then the paper of it (`*_paper`: a `Sheet` in
the layout of Nghị định 30/2020/NĐ-CP, drawn as DOCX or PDF/A) and the workbook. Nothing here writes.
"""
