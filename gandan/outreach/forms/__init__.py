"""Shape of what people type about outreach."""
