"""Alerts: what someone must look at, told to the right person, once, at the right time."""
