"""The command line: one file per command group, nothing heavy imported at the top."""
