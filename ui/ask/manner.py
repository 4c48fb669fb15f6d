"""How a question is asked: what the browser sends beside its words."""

from corpus.records import Record


class Manner(Record):
    """What a question's words do not say.

    ``typed``: it stands in the box, which is emptied once it is sent. ``replaces``: it takes the place of the last
    question and its answer. ``alone``: another tab went on in this conversation's session, so that it needs one of its
    own. ``in_pieces``: the answer is shown sentence by sentence, and not at once, as reduced motion asks.
    """

    typed: bool = True
    replaces: bool = False
    alone: bool = False
    in_pieces: bool = False
