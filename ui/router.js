// Which room is open is the address' fragment, #find?division=…: it can be linked, and Back leads to the one before.
window.planRooms = (() => {
  const triggers = {}; // a room's name -> how to ask the server for what it shows
  const drawn = {}; // a room's name -> the query that it shows
  const waiting = new Set(); // names of the rooms that the server is drawing
  const page = document.documentElement;
  let isStarted = false; // whether the server knows how the reader likes the page, above all in which language

  function address() {
    const [, name, query] = location.hash.match(/^#([a-z]+)(?:\?(.*))?$/) || [];
    return { name: name || 'ask', query: query || '' };
  }

  // `anew`: also what stays while the address changes, as after a change of language.
  function open(anew) {
    if (anew === true) Object.keys(drawn).forEach((name) => delete drawn[name]);
    const { name, query } = address();
    if (name === 'ask' && query) offer(query);
    const known = name === 'ask' || triggers[name] !== undefined;
    page.dataset.room = known ? name : 'ask';
    window.planWishes.dress();
    document.querySelectorAll('[data-room]').forEach((link) => {
      if (link === page) return;
      if (link.dataset.room === page.dataset.room) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    });
    // A second event while one is under way would be lost: Gradio sends the first once more in its place. `shown` comes
    // back here for it.
    if (isStarted && triggers[name] && drawn[name] !== query && !waiting.has(name)) {
      waiting.add(name);
      triggers[name]({ query, fresh: drawn[name] === undefined });
      drawn[name] = query;
    }
  }

  // #ask?question=…: the conversation opens with the question in its box; it is the reader who sends it.
  function offer(query) {
    const question = (new URLSearchParams(query).get('question') || '').slice(0, 1000);
    history.replaceState(null, '', '#ask'); // Back and a reload must not offer it again
    if (!question) return;
    window.planPage.asked(question);
    const box = document.querySelector('#question textarea, #question input');
    if (!box) return; // the page is still being loaded: it will find the question among what this tab kept
    box.value = question;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    setTimeout(() => box.focus(), 60); // the conversation is not shown yet
  }

  // A form with data-room-form writes its fields into the address: as one types without a new step for Back.
  function follow(form, instead) {
    const told = [...new FormData(form)].filter(([, value]) => value !== '');
    const fields = told.map(([name, value]) => [name, window.planPrivacy.mask(value)]); // an address is passed on
    const query = new URLSearchParams(fields).toString();
    const target = '#' + form.dataset.roomForm + (query ? '?' + query : '');
    if (target === location.hash) return;
    history[instead ? 'replaceState' : 'pushState'](null, '', target);
    open();
  }

  let typing;
  document.addEventListener('input', (input) => {
    const form = input.target.closest && input.target.closest('form[data-room-form]');
    if (!form || input.isComposing) return;
    clearTimeout(typing);
    // What is chosen stands in the address at once: a room that was just drawn sets its form by the address.
    if (input.target.matches('select, [type=checkbox], [type=radio]')) follow(form, true);
    else typing = setTimeout(() => follow(form, true), 250);
  });
  document.addEventListener('submit', (submit) => {
    const form = submit.target.closest('form[data-room-form]');
    if (!form) return;
    submit.preventDefault();
    clearTimeout(typing);
    follow(form, false);
  });
  window.addEventListener('hashchange', () => open());
  window.addEventListener('popstate', () => open());
  page.dataset.room = address().name;
  if (address().name === 'ask') offer(address().query);

  function register(name, trigger) {
    triggers[name] = trigger;
    if (address().name === name) open();
  }

  // A room whose address was opened directly has to wait for this: drawn at once, it would be in the default language.
  function start() {
    isStarted = true;
    open();
  }

  // A room's script may listen for this to bring what was just drawn to life; `passed`: the address has moved on.
  function shown(name) {
    setTimeout(() => {
      waiting.delete(name);
      const wanted = address();
      const passed = wanted.name === name && wanted.query !== drawn[name];
      document.dispatchEvent(new CustomEvent('room-shown', { detail: { name, passed } }));
      if (passed) open();
    }, 60);
  }

  // What was on its way does not come any more: the next step asks for it again.
  document.addEventListener('connection-lost', () => {
    waiting.forEach((name) => delete drawn[name]);
    waiting.clear();
  });

  return { open, start, register, shown };
})();
