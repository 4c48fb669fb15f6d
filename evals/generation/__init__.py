"""How well the check of a model's sentences tells true ones from false ones."""
