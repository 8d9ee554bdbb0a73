"""Hotline: telephone lines with their duty rosters, calls, recordings and call-backs."""
