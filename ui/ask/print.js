// What is folded up is on the paper all the same, and the answer whose sources stand in the panel has them there.
(() => {
  let opened = [];

  window.addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('#page-grid :is(.rest, .projects, .citations details):not([open])')];
    opened.forEach((details) => { details.open = true; });
    const shown = document.querySelector('#panel [data-panel-turn]');
    if (shown) document.getElementById('turn-' + shown.dataset.panelTurn)?.setAttribute('data-sourced', '');
  });
  window.addEventListener('afterprint', () => {
    opened.forEach((details) => { details.open = false; });
    document.querySelectorAll('[data-sourced]').forEach((turn) => turn.removeAttribute('data-sourced'));
  });
})();
