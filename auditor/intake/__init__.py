"""From files to registers: read (bytes to raw sheets), tables (where, and which column is what), values, records."""
