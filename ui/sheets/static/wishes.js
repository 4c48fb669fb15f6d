// A sheet looks as the reader chose on the page, by what ui/wishes.js keeps in the browser; it runs before the sheet is
// drawn, so that no light sheet flashes up on its way to the dark one.
(() => {
  const KEY = 'plan-assistant.wishes';
  const root = document.documentElement;

  function read() {
    try { return JSON.parse(localStorage.getItem(KEY) || '{}') || {}; } catch { return {}; }
  }

  function dress() {
    const wanted = read();
    for (const name of ['theme', 'size']) root.dataset[name] = wanted[name] || '';
    return wanted.style === 'plain' ? 'plain' : wanted.language || root.dataset.speech;
  }

  // The sheet itself is written by the server. An address that names a language was given with it: it keeps its own.
  function speak(speech) {
    const address = new URL(location.href);
    if (speech === root.dataset.speech || address.searchParams.has('language')) return;
    address.searchParams.set('language', speech);
    location.replace(address);
  }

  speak(dress());
  window.addEventListener('storage', dress); // chosen anew in another tab
})();
