// What the browser itself does: keep this tab's conversation, move the view and the focus, leave Enter to the IME.
window.planPage = (() => {
  const KEY = 'plan-assistant.conversation';
  const DRAFT = 'plan-assistant.draft';
  const byId = (id) => document.getElementById(id);
  const behavior = () => (window.planWishes.isCalm() ? 'auto' : 'smooth');
  // Gradio changes the page a moment after its event is done.
  const afterRender = (action) => setTimeout(() => requestAnimationFrame(action), 60);

  // Enter that confirms a conversion of the Japanese input method must not send the question.
  document.addEventListener('keydown', (key) => {
    if (key.key === 'Enter' && (key.isComposing || key.keyCode === 229)) key.stopPropagation();
  }, true);

  function keep(key, value) {
    try { sessionStorage.setItem(key, value || ''); } catch { /* storage full or forbidden: the page works without */ }
  }

  function kept(key) {
    try { return sessionStorage.getItem(key) || ''; } catch { return ''; }
  }

  const questionBox = () => document.querySelector('#question textarea, #question input');

  // What this tab held before it was loaded again: the conversation, and a question that has no answer yet.
  function recall() { return [kept(KEY), window.planWishes.stored(), kept(DRAFT)]; }

  function remember(stored) { keep(KEY, stored); }

  document.addEventListener('input', (input) => {
    if (input.target === questionBox()) keep(DRAFT, input.target.value);
  });

  function asked(question) {
    keep(DRAFT, question);
    tellTrouble(false);
  }

  // Gradio tells a lost connection, and any other failure, in English in a toast: style.css hides that one.
  function tellTrouble(isTrouble) {
    const trouble = document.querySelector('#trouble [data-message]');
    if (!trouble) return;
    trouble.hidden = !isTrouble;
    trouble.textContent = isTrouble ? trouble.dataset.message : '';
    if (!isTrouble) return;
    document.querySelectorAll('.answer-pending').forEach((part) => { part.hidden = true; });
    document.dispatchEvent(new Event('connection-lost'));
  }

  function watchToasts(changes) {
    const added = changes.flatMap((change) => [...change.addedNodes]);
    if (added.some((node) => node.nodeType === 1 && (node.matches('.toast-item') || node.querySelector('.toast-item')))) {
      tellTrouble(true);
    }
  }
  const watch = () => new MutationObserver(watchToasts).observe(document.body, { childList: true, subtree: true });
  if (document.body) watch(); else document.addEventListener('DOMContentLoaded', watch);

  function lastTurn() {
    const turns = document.querySelectorAll('#conversation .turn');
    return turns[turns.length - 1];
  }

  // A button that asked is gone once its answer stands there: keyboard and screen reader go on at the question.
  function settle() {
    afterRender(() => {
      const box = questionBox();
      if (box) keep(DRAFT, box.value);
      const turn = lastTurn();
      if (!turn) return;
      turn.scrollIntoView({ behavior: behavior(), block: 'start' });
      if (document.activeElement === document.body) turn.querySelector('.question').focus({ preventScroll: true });
    });
  }

  // A long conversation that is opened again begins where it ended; a reader who has moved on already is left there.
  function resume() {
    afterRender(() => {
      const [turn, isFirst] = [lastTurn(), document.querySelectorAll('#conversation .turn').length < 2];
      if (turn && !isFirst && window.scrollY === 0 && document.documentElement.dataset.room === 'ask') {
        turn.scrollIntoView({ block: 'start' });
      }
    });
  }

  function toTop() {
    window.scrollTo({ top: 0, behavior: behavior() });
    const title = document.querySelector('#page-top h1');
    if (!title) return;
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  }

  function restart() {
    afterRender(() => {
      window.scrollTo({ top: 0, behavior: behavior() });
      const box = questionBox();
      keep(DRAFT, '');
      if (box) box.focus({ preventScroll: true });
    });
  }

  function reveal() {
    afterRender(() => {
      const heading = document.querySelector('#panel [data-source] h2') || document.querySelector('#panel h2');
      if (!heading) return;
      heading.focus({ preventScroll: true });
      // At the desk the panel stays beside the conversation; there the conversation must not move.
      if (!window.matchMedia('(min-width: 1000px)').matches) {
        byId('panel').scrollIntoView({ behavior: behavior(), block: 'start' });
      }
      const text = document.querySelector('#panel .source-text');
      const mark = text && text.querySelector('mark');
      const panel = document.querySelector('#panel .panel');
      if (panel) panel.scrollTop = 0;
      if (mark) text.scrollTop = mark.offsetTop - Math.max(12, (text.clientHeight - mark.offsetHeight) / 3);
    });
  }

  function goBack(turn, marker) {
    const article = byId('turn-' + Number(turn));
    if (!article) return;
    article.scrollIntoView({ behavior: behavior(), block: 'start' });
    const button = article.querySelector('.marker[data-marker="' + Number(marker) + '"]');
    (button || article.querySelector('.question')).focus({ preventScroll: true });
  }

  // Who goes by keyboard leaves out what stands above every room: on to the first heading of the open one.
  document.addEventListener('click', (click) => {
    const link = click.target.closest && click.target.closest('[data-skip]');
    if (!link) return;
    click.preventDefault();
    const headings = document.querySelectorAll('.room :is(h1, h2, h3)');
    const heading = [...headings].find((each) => each.checkVisibility()) || questionBox();
    if (!heading) return;
    if (heading.tabIndex < 0) heading.tabIndex = -1;
    heading.focus();
  });

  return { recall, remember, asked, settle, resume, toTop, restart, reveal, goBack };
})();
