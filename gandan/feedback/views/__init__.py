"""Pages of feedback, one module per audience and desk."""
