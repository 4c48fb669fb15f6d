// How the reader likes the page: the language and the style of answers go to the server, the rest only to the page's root.
// Unlike the conversation it is kept for every tab and the next visit.
window.planWishes = (() => {
  const KEY = 'plan-assistant.wishes';
  const root = document.documentElement;
  const wanted = read();
  let tellServer = () => {};

  function read() {
    try { return JSON.parse(localStorage.getItem(KEY) || '{}'); } catch { return {}; }
  }

  function write() {
    try { localStorage.setItem(KEY, JSON.stringify(wanted)); } catch { /* storage forbidden: it holds for this page */ }
  }

  const speech = () => (wanted.style === 'plain' ? 'plain' : wanted.language || 'ja');
  const isDark = () => (wanted.theme ? wanted.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches);
  const isCalm = () => wanted.motion === 'calm' || matchMedia('(prefers-reduced-motion: reduce)').matches;

  // Gradio puts `dark` on the body by the system's theme; the reader's own word weighs more.
  function dress() {
    root.lang = wanted.language || 'ja';
    root.dataset.speech = speech();
    for (const name of ['size', 'motion']) root.dataset[name] = wanted[name] || '';
    const named = document.querySelector('[data-page-title]');
    if (named) document.title = named.dataset.pageTitle;
    if (document.body) document.body.classList.toggle('dark', isDark());
    document.querySelectorAll('select[data-wish]').forEach((select) => {
      select.value = select.dataset.wish === 'speech' ? speech() : wanted[select.dataset.wish] || '';
    });
  }

  function choose(name, value) {
    if (name === 'speech') Object.assign(wanted, value === 'plain' ? { language: 'ja', style: 'plain' } : { language: value, style: 'standard' });
    else wanted[name] = value;
    write();
    dress();
    if (name === 'speech') tellServer(stored());
  }

  document.addEventListener('change', (change) => {
    const select = change.target.closest && change.target.closest('select[data-wish]');
    if (select) choose(select.dataset.wish, select.value);
  });
  document.addEventListener('toggle', dress, true); // the selects may have been drawn anew
  // Escape, and a press beside it where it lies over the page, close the list of wishes.
  const opened = () => document.querySelector('.more-wishes[open]');
  document.addEventListener('keydown', (key) => {
    if (key.key !== 'Escape' || key.isComposing || !opened()) return;
    const list = opened();
    if (list.contains(document.activeElement)) list.querySelector('summary').focus();
    list.open = false;
    key.preventDefault();
  }, true);
  document.addEventListener('pointerdown', (press) => {
    const list = opened();
    if (list && !list.contains(press.target) && getComputedStyle(list.querySelector('.wish-list')).position === 'absolute') {
      list.open = false;
    }
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => setTimeout(dress));
  document.addEventListener('DOMContentLoaded', dress);
  dress();

  // What the server has to know, as ui/preferences.py reads it.
  const stored = () => JSON.stringify({ language: wanted.language || 'ja', style: wanted.style || 'standard' });
  const onServer = (tell) => { tellServer = tell; };
  return { stored, onServer, dress, isCalm };
})();
