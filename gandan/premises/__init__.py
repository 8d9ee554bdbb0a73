"""What stands in the Centre: the free amenities and the physical checklist, inspected with photo, inspector and date.

An `Amenity` gets an `AmenityCheck` every morning, a `ChecklistItem` an `Inspection` at its cadence; the `OpeningDay` says
how many of how many worked. What is out of order is a `Defect`: given to somebody, mended with a photo, verified by
another person. Citizens report one by the QR on the thing. The programme `free_amenities` says which amenities are
promised; the public page shows their state of today. Requirements S0.4–S0.7, S0.14–S0.17, S0.20, S1.24, S3.13, Annex C.
"""
