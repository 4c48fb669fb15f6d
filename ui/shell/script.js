// Runs when the frame is loaded, with Gradio's `element` and `trigger`: a change of the language or the style of answers
// reaches the server as the event 'prefer'.
window.planPage.onWishes((wishes) => trigger('prefer', { wishes }));
