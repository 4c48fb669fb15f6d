// Runs when the conversation is loaded, with Gradio's `trigger`: what readers do becomes an event for the server.
window.planAsk.connect({
  choose: (asked) => trigger('choose', asked), // ask a question
  halt: () => trigger('halt'), // take the question back
  stopped: (asked) => trigger('stopped', asked), // show that it was
  cite: (wanted) => trigger('cite', wanted), // open an answer's source
  open: (kept) => trigger('open', kept), // an earlier conversation
  restart: () => trigger('restart'), // a new one
});
