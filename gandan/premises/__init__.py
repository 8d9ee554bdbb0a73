"""What stands in the Centre: the free amenities and the physical checklist, inspected with photo, inspector and date.

An `Amenity` has a daily state; an `Inspection` finds a `Defect`, which is given to somebody, mended and verified. The
public page shows the state of today. Requirements S0.4–S0.16, Annex C.
"""
