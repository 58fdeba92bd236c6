"""Pure text functions: no I/O, nothing of ours but model."""
