"""The people of the tests' stories, and the tools everybody uses."""
