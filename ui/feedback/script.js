// 👍 and 👎: sent at one press and thanked for in place; remembered in this browser, so that they can be changed.
(() => {
  const RATINGS = 'plan-assistant.ratings';
  const MOST = 200; // ratings that the browser remembers
  const shown = new Map(); // an answer's id -> what its rating shows of the moment: the form, the words last told
  const busy = new Set(); // answers whose rating is on its way

  function ratings() {
    try { return JSON.parse(localStorage.getItem(RATINGS)) || {}; } catch { return {}; }
  }

  function remember(id, rating) {
    const { [id]: _, ...others } = ratings();
    const latest = Object.fromEntries([...Object.entries(others).slice(1 - MOST), [id, rating]]);
    try { localStorage.setItem(RATINGS, JSON.stringify(latest)); } catch { /* storage forbidden: it is sent all the same */ }
  }

  const idOf = (block) => block.dataset.feedback;
  const stateOf = (id) => shown.get(id) || {};
  const blocks = (id) => [...document.querySelectorAll('[data-feedback]')].filter((block) => idOf(block) === id);

  function keptWords(block, rating) {
    if (!rating) return '';
    if (rating.rating === 'up') return block.dataset.keptUp;
    return rating.reason || rating.comment ? block.dataset.keptReason : block.dataset.keptDown;
  }

  // Only what differs is touched: each change is watched below.
  function set(node, changed) {
    Object.entries(changed).forEach(([name, value]) => { if (node[name] !== value) node[name] = value; });
  }

  // The page draws answers anew; what was rated, opened or half typed is put back.
  function draw(block, all = ratings()) {
    const rating = all[idOf(block)];
    const state = stateOf(idOf(block));
    block.querySelectorAll('[data-rate]').forEach((button) => {
      const pressed = String(rating?.rating === button.dataset.rate);
      if (button.getAttribute('aria-pressed') !== pressed) button.setAttribute('aria-pressed', pressed);
    });
    const told = state.told || keptWords(block, rating);
    set(block.querySelector('[data-told]'), { textContent: told, hidden: told === '' });
    set(block.querySelector('[data-told]').classList, { value: 'feedback-told' + (state.isTrouble ? ' trouble' : '') });
    const form = block.querySelector('form');
    set(form, { hidden: !state.isOpen });
    set(block.querySelector('[data-edit-reason]'), { hidden: state.isOpen === true || rating?.rating !== 'down' });
    const words = state.words || rating || {};
    set(form.elements.comment, { value: words.comment || '' });
    form.querySelectorAll('[name=reason]').forEach((choice) => set(choice, { checked: choice.value === words.reason }));
  }

  function show(block, changed) {
    shown.set(idOf(block), { ...stateOf(idOf(block)), ...changed });
    blocks(idOf(block)).forEach((each) => draw(each));
  }

  // One live region for all: a region that is drawn anew with its words would be read out again and again.
  function announce(words) {
    let region = document.getElementById('feedback-status');
    if (!region) {
      region = Object.assign(document.createElement('div'), { id: 'feedback-status', className: 'visually-hidden' });
      region.setAttribute('role', 'status');
      document.body.append(region);
    }
    region.textContent = '';
    setTimeout(() => { region.textContent = words; }, 100); // the same words are said again too
  }

  function drawAll() {
    const all = ratings();
    document.querySelectorAll('[data-feedback]').forEach((block) => draw(block, all));
  }

  async function send(rating) {
    const body = JSON.stringify(rating);
    const headers = { 'Content-Type': 'application/json' };
    try {
      const answer = await fetch('api/feedback', { method: 'POST', headers, body, keepalive: true });
      if (answer.ok) return 'kept';
      return answer.status === 404 ? 'gone' : 'failed';
    } catch { return 'failed'; }
  }

  async function rate(block, rating, thanks, isOpen) {
    const id = idOf(block);
    if (busy.has(id)) return false;
    busy.add(id);
    const outcome = await send({ answer_id: id, ...rating });
    busy.delete(id);
    const isKept = outcome === 'kept';
    if (isKept) remember(id, rating);
    const told = isKept ? thanks : block.dataset[outcome];
    show(block, isKept ? { told, isTrouble: false, isOpen, words: null } : { told, isTrouble: true });
    announce(told);
    return isKept;
  }

  function press(block, button) {
    if (button.dataset.rate === 'up') rate(block, { rating: 'up' }, block.dataset.thanksUp, false);
    else rate(block, { ...ratings()[idOf(block)], rating: 'down' }, block.dataset.thanksDown, true);
  }

  async function submit(block, form) {
    const { reason, comment } = Object.fromEntries(new FormData(form));
    const rating = { rating: 'down', ...(reason && { reason }), ...(comment.trim() && { comment: comment.trim() }) };
    const isKept = await rate(block, rating, block.dataset.thanksReason, false);
    // What had the focus is gone.
    if (isKept) blocks(idOf(block)).at(0)?.querySelector('[data-edit-reason]').focus();
  }

  document.addEventListener('click', (click) => {
    const button = click.target.closest('[data-feedback] [data-rate], [data-feedback] [data-edit-reason]');
    if (!button) return;
    const block = button.closest('[data-feedback]');
    if (button.dataset.rate) { press(block, button); return; }
    show(block, { isOpen: true, told: '' });
    block.querySelector('form [name=reason]:checked, form [name=reason]').focus();
  });
  document.addEventListener('submit', (event) => {
    const form = event.target.closest('[data-feedback-form]');
    if (!form) return;
    event.preventDefault();
    submit(form.closest('[data-feedback]'), form);
  });
  document.addEventListener('input', (input) => {
    const form = input.target.closest('[data-feedback-form]');
    if (!form) return;
    const id = idOf(form.closest('[data-feedback]'));
    shown.set(id, { ...stateOf(id), words: Object.fromEntries(new FormData(form)) });
  });
  // Another tab with the same answer.
  window.addEventListener('storage', (change) => {
    if (change.key === RATINGS) drawAll();
  });

  // Gradio patches what it draws anew, attribute by attribute.
  new MutationObserver(drawAll).observe(document.documentElement, {
    childList: true, subtree: true, attributes: true, attributeFilter: ['aria-pressed', 'hidden', 'data-feedback'],
  });
})();
