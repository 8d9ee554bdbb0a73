"""Gần Dân: one platform for the Vietnamese commune and the province above it."""
