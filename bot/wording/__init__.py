"""How figures, sources and quotes are worded: values in, lines and blocks out."""
