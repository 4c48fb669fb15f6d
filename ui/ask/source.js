// The opened source is a step of its own for Back: on a phone it covers the answer, and Back leads to where one was.
window.planSource = (() => {
  let opened = null; // the turn and the marker whose source is open

  function wanted(turn, marker) {
    opened = { turn, marker };
    window.planAsk.cite(opened);
    if (history.state?.source) history.replaceState({ source: opened }, '');
    else history.pushState({ source: opened }, '');
  }

  function leave(turn, marker) {
    if (history.state?.source) { opened = { turn, marker }; history.back(); } else window.planPage.goBack(turn, marker);
  }

  window.addEventListener('popstate', (step) => {
    if (step.state?.source) { opened = step.state.source; window.planAsk.cite(opened); return; }
    const left = opened;
    opened = null;
    if (!left || document.documentElement.dataset.room !== 'ask') return;
    // Going back to an address with a fragment, the browser takes the focus away once this event is over.
    setTimeout(() => window.planPage.goBack(left.turn, left.marker), 60);
  });
  return { wanted, leave };
})();
