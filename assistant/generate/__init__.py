"""Words an answer that is already decided, with a language model whose every sentence is checked before it is shown."""
