// 窓口 by keyboard alone: the line has the focus, Enter asks, Escape is for the next person; Ctrl+C, numbers and arrows
// act while the focus is within the answer, and any letter begins the next line. What was asked lately stays in this tab
// and is sent nowhere.
(() => {
  const KEPT = 'plan-assistant.counter';
  const MOST_KEPT = 6;
  const page = document.documentElement;
  const part = (name) => document.querySelector('#room-counter [data-counter' + (name ? '-' + name : '') + ']');
  const box = () => document.getElementById('counter-line');
  const isOpen = () => page.dataset.room === 'counter';
  const words = () => (part() ? part().dataset : {});
  let shown = null; // the line whose answer stands there
  let typed = null; // what stands in the line and was not asked yet: the room may be drawn anew around it
  let pending = false;

  // What the visitor came for: where something was chosen, that is not the question that the choice asks.
  function line(address = location.hash) {
    const [, query] = address.match(/^#counter\?(.*)$/) || [];
    const fields = new URLSearchParams(query || '');
    return (fields.get('matter') || fields.get('q') || '').trim();
  }

  function say(message) {
    const status = part('status');
    if (status) status.textContent = message || '';
  }

  // The answer to the question before must not stand there as if it were the answer to this one.
  function wait(isWaiting) {
    pending = isWaiting;
    const result = document.getElementById('counter-result');
    if (!result) return;
    result.toggleAttribute('data-waiting', isWaiting);
    result.setAttribute('aria-busy', String(isWaiting));
  }

  function ask(question) {
    if (!question) {
      say(words().blank);
      box().focus();
      return;
    }
    if (question === line()) again(); else location.hash = '#counter?q=' + encodeURIComponent(question);
  }

  function again() {
    if (pending) return;
    shown = null;
    follow();
    window.planRooms.open(true);
  }

  function clear() {
    typed = null;
    box().value = '';
    say('');
    box().focus();
    if (location.hash !== '#counter') location.hash = '#counter';
  }

  function kept() { // addresses, the latest first
    try { return JSON.parse(sessionStorage.getItem(KEPT) || '[]').filter((address) => line(address)); } catch { return []; }
  }

  function keep(addresses) {
    try { sessionStorage.setItem(KEPT, JSON.stringify(addresses)); } catch { /* storage forbidden: no list then */ }
    drawKept();
  }

  function drawKept() {
    const section = part('recent');
    if (!section) return;
    section.hidden = kept().length === 0;
    section.querySelector('ul').replaceChildren(...kept().map((address) => {
      const [item, link] = [document.createElement('li'), document.createElement('a')];
      link.href = address;
      link.textContent = line(address);
      item.append(link);
      return item;
    }));
  }

  function follow() {
    typed = null;
    if (!isOpen()) return;
    const isNew = line() !== shown;
    if (isNew && line()) { wait(true); say(words().busy); }
    if (!line() && box() && shown === '') box().focus({ preventScroll: true });
  }

  document.addEventListener('room-shown', (event) => {
    if (event.detail.name !== 'counter' || event.detail.passed || !isOpen()) return;
    wait(false);
    shown = line();
    if (!box()) return; // what was drawn is a message that something went wrong
    if (typed !== null) box().value = typed;
    else if (shown || box() !== document.activeElement) box().value = shown;
    drawKept();
    document.querySelectorAll('#room-counter [data-counter-date]').forEach((date) => {
      date.textContent = new Date().toLocaleDateString(page.lang || undefined, { dateStyle: 'long' });
    });
    const found = part('focus');
    if (found) keep([location.hash, ...kept().filter((address) => line(address) !== shown)].slice(0, MOST_KEPT));
    say('');
    (typed === null && found ? found : box()).focus();
    if (found) (part('card') || part('answer')).scrollIntoView({ block: 'nearest' });
  });
  window.addEventListener('hashchange', follow);
  window.addEventListener('popstate', follow);

  // Gradio tells a lost connection in a toast, which style.css hides.
  function lose(changes) {
    const toast = (node) => node.nodeType === 1 && (node.matches('.toast-item') || node.querySelector('.toast-item'));
    if (!pending || !changes.some((change) => [...change.addedNodes].some(toast))) return;
    wait(false);
    shown = null;
    say(words().trouble);
  }
  const watch = () => new MutationObserver(lose).observe(document.body, { childList: true, subtree: true });
  if (document.body) watch(); else document.addEventListener('DOMContentLoaded', watch);

  document.addEventListener('input', (input) => {
    if (input.target === box()) typed = box().value;
  });

  document.addEventListener('submit', (submit) => {
    if (!submit.target.matches('[data-counter-form]')) return;
    submit.preventDefault();
    ask(box().value.trim());
  });

  document.addEventListener('click', (click) => {
    const button = click.target.closest('#room-counter button');
    if (!button) return;
    const card = button.closest('[data-counter-card]');
    if (button.hasAttribute('data-counter-clear')) clear();
    if (button.hasAttribute('data-counter-forget')) { keep([]); box().focus(); }
    if (button.hasAttribute('data-counter-print')) print(card);
    if (button.hasAttribute('data-counter-copy')) copy(card);
  });

  const cardInHand = () => (document.activeElement && document.activeElement.closest('[data-counter-card]')) || part('card');

  function putAway() {
    document.querySelectorAll('[data-printing]').forEach((card) => card.removeAttribute('data-printing'));
  }

  function print(card) {
    putAway();
    card.setAttribute('data-printing', '');
    window.print();
  }
  // The browser's own command prints the card at hand as well, and nothing else.
  window.addEventListener('beforeprint', () => {
    const card = cardInHand();
    if (isOpen() && card && !part('answer').querySelector('[data-printing]')) card.setAttribute('data-printing', '');
  });
  window.addEventListener('afterprint', putAway);

  async function copy(card) {
    const text = card.querySelector('[data-counter-text]');
    try {
      await navigator.clipboard.writeText(text.value);
      say(words().copied);
    } catch {
      // Without the permission, or where the page comes without TLS, the text is selected for the reader's own Ctrl+C.
      text.hidden = false;
      text.focus();
      text.select();
      say(words().selected);
    }
  }

  function choose(key, within) {
    const choices = [...within.querySelectorAll('[data-counter-choice]')];
    if (!choices.length) return false;
    const number = /^[1-9]$/.test(key) ? Number(key) : 0;
    if (number && choices[number - 1]) { choices[number - 1].click(); return true; }
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    const at = choices.indexOf(document.activeElement);
    if (!step || (at < 0 && part('card'))) return false;
    choices[at < 0 ? 0 : (at + step + choices.length) % choices.length].focus();
    return true;
  }

  // A letter that meets no field begins the next person's line, in place of the one that was answered. The key itself is
  // left to the browser, which types it where the focus has come.
  function beginLine(key) {
    const isLetter = (key.key.length === 1 && key.key !== ' ') || key.key === 'Process';
    if (!isLetter || (key.target !== document.body && !key.target.closest('#room-counter'))) return;
    box().focus();
    box().select();
  }

  document.addEventListener('keydown', (key) => {
    if (!isOpen() || key.defaultPrevented || key.isComposing || key.altKey || !box()) return;
    if (key.target.matches('input, textarea, select') && key.key !== 'Escape') return;
    const within = key.target.closest('[data-counter-answer]');
    if (key.ctrlKey || key.metaKey) {
      // The browser's own copying where something is selected, and its own printing: see `beforeprint`.
      if (key.key.toLowerCase() !== 'c' || !within || !cardInHand() || String(getSelection())) return;
      copy(cardInHand());
    } else if (key.key === 'Escape') clear();
    else if (!within || !choose(key.key, within)) { beginLine(key); return; }
    key.preventDefault();
  });
})();
