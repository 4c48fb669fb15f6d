// Brings the room "find" to life: its form says what the address says, the focus stays where it was, and the count is told.
(() => {
  let kept = ''; // which link was pressed: what was drawn anew has another one in its place

  const find = (selector) => document.querySelector('#room-find ' + selector);

  function fillForm() {
    const form = find('form[data-room-form="find"]');
    if (!form) return;
    const fields = new URLSearchParams((location.hash.match(/\?(.*)$/) || [])[1] || '');
    [...form.elements].filter((field) => field.name).forEach((field) => {
      const value = fields.get(field.name) || '';
      if (field.type === 'checkbox') field.checked = value === field.value;
      // Whoever is typing is ahead of the address.
      else if (field !== document.activeElement || field.tagName === 'SELECT') field.value = value;
    });
  }

  function tellCount() {
    const [status, head] = [find('[data-find-status]'), find('[data-find-count]')];
    if (status && head && status.textContent !== head.dataset.findCount) status.textContent = head.dataset.findCount;
  }

  function keepFocus() {
    const link = kept && find('[data-keep="' + kept + '"]');
    if (link && !(document.activeElement && document.activeElement.isConnected && document.activeElement !== document.body)) {
      link.focus({ preventScroll: true });
    }
    kept = '';
  }

  document.addEventListener('click', (click) => {
    const link = click.target.closest && click.target.closest('#room-find [data-keep]');
    if (link) kept = link.dataset.keep;
  });
  document.addEventListener('room-shown', (shown) => {
    if (shown.detail.name !== 'find') return;
    fillForm();
    tellCount();
    keepFocus();
  });
})();
