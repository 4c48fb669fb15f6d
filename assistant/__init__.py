"""A question walks understand → look up / retrieve → compose → verify → out."""
