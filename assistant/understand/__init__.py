"""From what somebody typed to a typed value that says what is asked, about what, with which filters."""
