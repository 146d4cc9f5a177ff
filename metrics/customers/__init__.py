"""One person across systems."""
