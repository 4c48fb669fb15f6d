"""From findings to sentences: every name, figure and quotation is taken from the records, none is made up."""
