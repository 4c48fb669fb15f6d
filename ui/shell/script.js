// Runs when the frame is loaded, with Gradio's `element` and `trigger`: another language or style of answers reaches the
// server as the event 'prefer', and a frame that is drawn anew says what the reader chose.
window.planWishes.onServer((wishes) => trigger('prefer', { wishes }));
new MutationObserver(window.planWishes.dress).observe(element, { childList: true, subtree: true });
