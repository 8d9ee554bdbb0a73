"""Pages of the cockpit, one module per audience; `measure.py` holds what leaders and officers see of one measure."""
