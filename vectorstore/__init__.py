"""Embeddings, the Chroma store, the lexical index, and how their signals are fused."""
