// What the browser keeps for the conversation; where storage is full or forbidden the page works without.
window.planKeep = (() => {
  const guarded = (action, otherwise) => { try { return action(); } catch { return otherwise; } };
  return {
    ofTab: (key) => guarded(() => sessionStorage.getItem(key) || '', ''),
    inTab: (key, value) => guarded(() => {
      if (value) sessionStorage.setItem(key, value); else sessionStorage.removeItem(key);
    }),
    ofBrowser: (key) => guarded(() => localStorage.getItem(key) || '', ''),
    inBrowser: (key, value) => guarded(() => { localStorage.setItem(key, value); return true; }, false),
    forget: (key) => guarded(() => localStorage.removeItem(key)),
    keys: (prefix) => guarded(() => Object.keys(localStorage).filter((key) => key.startsWith(prefix)), []),
    read: (text) => guarded(() => JSON.parse(text), null),
  };
})();
