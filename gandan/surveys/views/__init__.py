"""The pages of surveys and consultations."""
