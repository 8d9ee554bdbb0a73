"""Emulation campaigns (đợt thi đua) with registered targets measured from live data, and contests (hội thi) of models.

A contest: entries, blind marking by two judges and a third when they differ, question bank marked by the machine, a live
final in parts, scores locked on publication, winners into the registry.
"""
