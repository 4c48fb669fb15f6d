// Runs when the frame is loaded, with Gradio's `element` and `trigger`: another language or style of answers reaches the
// server as the event 'prefer'.
window.planWishes.onServer((wishes) => trigger('prefer', { wishes }));
