"""質問する: the conversation, its sources, and what a press of a button does there."""
