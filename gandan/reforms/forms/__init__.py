"""Shapes of what is typed about models."""
