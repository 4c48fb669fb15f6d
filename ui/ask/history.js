// Conversations are kept in the browser, each under a key of its own: two tabs never write to the same place.
window.planHistory = (() => {
  const PREFIX = 'plan-assistant.history.';
  const TAB = 'plan-assistant.tab'; // this tab's conversation: its id, and the stamp of what the tab wrote last
  const MOST = 30;
  const keep = window.planKeep;
  let removed = []; // what was deleted last, to have it back

  const fresh = () => Date.now().toString(36) + Math.random().toString(36).slice(2, 10);
  const turnsOf = (stored) => keep.read(stored)?.turns || [];
  const entry = (id) => keep.read(keep.ofBrowser(PREFIX + id));

  function tab() { return keep.read(keep.ofTab(TAB)) || { id: fresh(), stamp: '' }; }
  function setTab(kept) { keep.inTab(TAB, JSON.stringify(kept)); }
  function leave() { setTab({ id: fresh(), stamp: '' }); }

  // Another tab (a duplicate of this one, or one where it was opened from the list) went on with this conversation.
  function isShared() {
    const kept = entry(tab().id);
    if (!kept || kept.stamp === tab().stamp) return false;
    leave();
    return true;
  }

  function entries() {
    return keep.keys(PREFIX).map((key) => ({ id: key.slice(PREFIX.length), ...keep.read(keep.ofBrowser(key)) }))
      .filter((kept) => kept.stored).sort((one, other) => other.saved - one.saved);
  }

  // The oldest make room, never the one that is open.
  function write(id, kept) {
    const others = entries().filter((other) => other.id !== id);
    others.slice(MOST - 1).forEach((other) => keep.forget(PREFIX + other.id));
    const oldestLast = others.slice(0, MOST - 1);
    while (!keep.inBrowser(PREFIX + id, JSON.stringify(kept)) && oldestLast.length) {
      keep.forget(PREFIX + oldestLast.pop().id);
    }
  }

  function remember(stored) {
    window.planPage.remember(stored);
    const turns = turnsOf(stored);
    const before = entry(tab().id);
    const isNew = turns.length > 0 && JSON.stringify(turns) !== JSON.stringify(turnsOf(before?.stored || ''));
    if (isNew) {
      isShared();
      const stamp = fresh();
      const { id } = tab();
      setTab({ id, stamp });
      // A long conversation forgets its oldest turns; it is still known by what it began with.
      const question = entry(id)?.question || turns[0].question;
      write(id, { stamp, saved: Date.now(), question, stored });
    }
    show();
  }

  function take(id) {
    const kept = entry(id);
    setTab({ id, stamp: kept?.stamp || '' });
    return kept?.stored || '';
  }

  function when(saved) {
    const isToday = new Date(saved).toDateString() === new Date().toDateString();
    const style = isToday ? { hour: 'numeric', minute: '2-digit' } : { month: 'short', day: 'numeric' };
    return new Date(saved).toLocaleString(document.documentElement.lang || undefined, style);
  }

  function row(template, kept) {
    const item = template.content.firstElementChild.cloneNode(true);
    const [open, forget] = item.querySelectorAll('button');
    open.dataset.open = kept.id;
    open.querySelector('[data-question]').textContent = kept.question;
    open.querySelector('[data-when]').textContent = when(kept.saved);
    if (kept.id === tab().id) open.setAttribute('aria-current', 'true');
    forget.dataset.forget = kept.id;
    forget.setAttribute('aria-label', forget.dataset.label.replace('{question}', kept.question));
    return item;
  }

  function show() {
    const bar = document.querySelector('#history [data-history]');
    if (!bar) return;
    const all = entries();
    bar.hidden = all.length === 0 && removed.length === 0;
    bar.querySelector('summary').textContent = bar.dataset.history.replace('{count}', all.length);
    bar.querySelector('ul').replaceChildren(...all.map((kept) => row(bar.querySelector('template'), kept)));
    bar.querySelector('[data-forget-all]').hidden = all.length < 2;
    bar.querySelector('[data-removed]').hidden = removed.length === 0;
  }

  function forget(ids) {
    removed = entries().filter((kept) => ids.includes(kept.id));
    ids.forEach((id) => keep.forget(PREFIX + id));
    show();
    document.querySelector('#history [data-undo]').focus();
  }

  function undo() {
    removed.forEach(({ id, ...kept }) => write(id, kept));
    removed = [];
    show();
    document.querySelector('#history summary').focus();
  }

  document.addEventListener('click', (click) => {
    const button = click.target.closest('#history button');
    if (!button) return;
    if (button.dataset.forget !== undefined) forget([button.dataset.forget]);
    if (button.dataset.forgetAll !== undefined) forget(entries().map((kept) => kept.id));
    if (button.dataset.undo !== undefined) undo();
  });
  // The list opens where it can be seen, not behind the question box.
  document.addEventListener('toggle', (toggle) => {
    const list = toggle.target;
    if (list.matches('#history details') && list.open) list.scrollIntoView({ block: 'nearest' });
  }, true);
  window.addEventListener('storage', (change) => { if (change.key?.startsWith(PREFIX)) show(); });

  return { remember, show, take, leave, isShared };
})();
