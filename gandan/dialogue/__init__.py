"""Dialogue: leaders who receive citizens, hold dialogues and go to the hamlets, and what citizens bring to them.

Nouns: occasions (reception, dialogue, visit, yearly meeting, supervision round), turns of a reception, petitions (khiếu nại, tố
cáo, kiến nghị, phản ánh), opinions with a unit and a day, duties by week and month. Denunciations are seen only by an
explicit right, every reading is logged. Luật Tiếp công dân 2013, Luật Khiếu nại 2011, Luật Tố cáo 2018, NĐ 154/2026/NĐ-CP.
"""
