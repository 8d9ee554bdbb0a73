"""Pages of the lines: today and the calls, roster, recordings, rules, directory, the desk of the province."""
