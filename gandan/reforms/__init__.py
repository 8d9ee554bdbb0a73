"""The registry of reform models (mô hình, sáng kiến, cách làm hay) and their adoption.

A `Reform` has versions; each version carries a package: programmes, texts, measures, thresholds. An `Adoption` is one
agency taking up one version: studied, planned, switched on in one action, measured before and after against communes
that did not. Verbs of the registry: propose, assess, start_pilot, recognise …; of an adoption: study, decline, plan,
switch_on, evaluate, pause, end. Law and custom: requirements 4.2 (docs/adr/0007-reforms.md).
"""
