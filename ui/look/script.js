// 図で見る: the form shows what the address says, the ways lead to their picture, and what is shown is said once.
(() => {
  const calm = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

  // Links in the pictures and Back change the address, too; the form stays while the pictures are drawn anew.
  function follow() {
    const form = document.querySelector('#room-look form[data-room-form]');
    if (!form) return;
    const wanted = new URLSearchParams(location.hash.split('?')[1] || '');
    form.querySelectorAll('select').forEach((select) => {
      const value = wanted.get(select.name) || '';
      select.value = [...select.options].some((option) => option.value === value) ? value : '';
    });
  }

  // The place for it stays while the pictures are replaced: only so is a change heard.
  function say() {
    const status = document.querySelector('[data-look-status]');
    const summary = document.querySelector('[data-look-summary]');
    const news = summary ? summary.firstChild.textContent.trim() : '';
    if (status && status.textContent !== news) status.textContent = news;
  }

  // A link that was pressed is gone once its picture is drawn anew: a year's stays where it was, a division's leads
  // to where the pictures begin.
  let pressed = null;
  function goOn() {
    const before = pressed;
    pressed = null;
    // The pictures may be replaced a moment after this is told: then the link pressed has the focus still.
    const held = document.activeElement;
    const waits = held === document.body || (!before?.year && held.closest('#look-result'));
    if (!before || !waits) return;
    const year = [...document.querySelectorAll('#look-result .timeline-years a')].find(
      (link) => link.textContent === before.year,
    );
    if (year) {
      year.focus({ preventScroll: true });
      return;
    }
    const title = document.querySelector('#look-controls .room-title');
    title.scrollIntoView({ block: 'start', behavior: calm() ? 'auto' : 'smooth' });
    title.focus({ preventScroll: true });
  }

  document.addEventListener('room-shown', (shown) => {
    if (shown.detail.name !== 'look') return;
    follow();
    say();
    goOn();
  });

  document.addEventListener('click', (click) => {
    if (!click.target.closest) return;
    const link = click.target.closest('#look-result a[href^="#look"]');
    if (link) pressed = { year: link.closest('.timeline-years') ? link.textContent : null };
    const button = click.target.closest('button[data-look-part]');
    const part = button && document.querySelector(`.look-part[data-part="${button.dataset.lookPart}"]`);
    if (!part) return;
    part.scrollIntoView({ block: 'start', behavior: calm() ? 'auto' : 'smooth' });
    part.querySelector('h3').focus({ preventScroll: true });
  });
})();
