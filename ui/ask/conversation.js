// Runs when a gr.HTML of the page is loaded, with Gradio's `element` and `trigger`: clicks on what the templates
// rendered become the events
// 'choose' (ask a question), 'cite' (open an answer's source) and 'restart' (a new conversation).
element.addEventListener('click', (click) => {
  const button = click.target.closest('button[data-ask], button[data-turn], button[data-back], button[data-restart]');
  if (!button) return;
  if (button.dataset.ask !== undefined) {
    window.planPage.asked(button.dataset.ask);
    trigger('choose', { question: button.dataset.ask });
    return;
  }
  if (button.dataset.restart !== undefined) {
    trigger('restart');
    return;
  }
  if (button.dataset.back !== undefined) {
    window.planPage.goBack(button.dataset.back, button.dataset.backMarker);
    return;
  }
  const marker = button.dataset.marker;
  trigger('cite', { turn: Number(button.dataset.turn), marker: marker === undefined ? null : Number(marker) });
});
