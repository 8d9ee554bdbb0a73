"""The outside world: one folder per kind with its protocol, a local adapter that makes the product useful without it,
and live adapters written against the published contract.
"""
