"""The leader’s and the province’s view: what will be late, figures side by side."""
