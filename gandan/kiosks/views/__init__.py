"""Pages of the machines: what stands on the touch screen, and the officer's page about them."""
