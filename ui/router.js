// Which room is open is the address' fragment, #find?division=…: it can be linked, and Back leads to the one before.
window.planRooms = (() => {
  const triggers = {}; // a room's name -> how to ask the server for what it shows
  const drawn = {}; // a room's name -> the query that it shows
  const page = document.documentElement;

  function address() {
    const [, name, query] = location.hash.match(/^#([a-z]+)(?:\?(.*))?$/) || [];
    return { name: name || 'ask', query: query || '' };
  }

  // `anew`: also what stays while the address changes, as after a change of language.
  function open(anew) {
    if (anew === true) Object.keys(drawn).forEach((name) => delete drawn[name]);
    const { name, query } = address();
    const known = name === 'ask' || triggers[name] !== undefined;
    page.dataset.room = known ? name : 'ask';
    document.querySelectorAll('[data-room]').forEach((link) => {
      if (link === page) return;
      if (link.dataset.room === page.dataset.room) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    });
    if (triggers[name] && drawn[name] !== query) {
      triggers[name]({ query, fresh: drawn[name] === undefined });
      drawn[name] = query;
    }
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
    typing = setTimeout(() => follow(form, true), 250);
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

  function register(name, trigger) {
    triggers[name] = trigger;
    if (address().name === name) open();
  }

  // A room's script may listen for this to bring what was just drawn to life.
  function shown(name) {
    setTimeout(() => document.dispatchEvent(new CustomEvent('room-shown', { detail: { name } })), 60);
  }

  return { open, register, shown };
})();
