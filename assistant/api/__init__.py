"""The HTTP face: routes that parse, call and convert, and nothing else."""
