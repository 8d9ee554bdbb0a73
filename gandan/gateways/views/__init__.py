"""Pages and doors of the gateways."""
