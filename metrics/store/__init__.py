"""The metrics store: tables, engine, writer, reader, rollups."""
