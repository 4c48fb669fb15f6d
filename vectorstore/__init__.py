"""Embeddings, the Chroma store, the lexical index, their fusion, and the index folder that keeps them together."""
