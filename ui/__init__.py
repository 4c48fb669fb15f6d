"""The Gradio page and its texts; no logic beyond rendering."""
