"""One file per question: a Reader in, a frozen dataclass out; window and ``--json`` show the same one."""
