"""Pages of the look itself, and what pages of every app end with: a file in the answer, a press of a form."""
