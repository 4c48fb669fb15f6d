// Warns before personal data is sent. What counts as such is the server's list (assistant/privacy.yaml): see privacy.py,
// which finds the same and masks it once more before anything is kept.
window.planPrivacy = (() => {
  const MASK = '＊';
  const rules = window.planPrivacyRules;
  const kinds = rules.kinds.map((rule) => ({ ...rule, forms: compiled(rule.forms) }));

  // A browser that is too old for a pattern leaves that one to the server.
  function compiled(forms) {
    return forms.flatMap((form) => { try { return [new RegExp(form, 'g')]; } catch { return []; } });
  }

  const weigh = (digits, weight) => [...digits].reverse().reduce((sum, digit, n) => sum + weight(Number(digit), n), 0);
  const checks = {
    my_number: (digits) => {
      const rest = weigh(digits.slice(0, -1), (digit, n) => digit * (n < 6 ? n + 2 : n - 4)) % 11;
      return Number(digits.at(-1)) === (rest <= 1 ? 0 : 11 - rest);
    },
    luhn: (digits) => weigh(digits, (digit, n) => (n % 2 ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][digit] : digit)) % 10 === 0,
  };

  // One character for each of the text's, so that places agree.
  function fold(character) {
    const folded = rules.folded[character];
    if (folded) return folded;
    const code = character.codePointAt(0);
    if (code > 0xffff) return '\ufffd';
    const narrow = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character;
    return narrow < '\u0080' ? narrow.toLowerCase() : narrow;
  }

  function matches(rule, folded) {
    return rule.forms.flatMap((form) => {
      const found = [];
      form.lastIndex = 0;
      for (let match = form.exec(folded); match; match = form.exec(folded)) {
        const digits = match[0].replace(/[^0-9]/g, '');
        if (!rule.check || checks[rule.check](digits)) {
          found.push({ kind: rule.name, erased: rule.erased, start: match.index, end: match.index + match[0].length });
        }
        form.lastIndex = match.index + 1;
      }
      return found;
    });
  }

  const liesWithin = (one, other) => other.start <= one.start && one.end <= other.end
    && other.end - other.start > one.end - one.start;

  function findIn(characters) {
    const folded = characters.map(fold).join('');
    const all = kinds.flatMap((rule) => matches(rule, folded));
    return all.filter((one) => !all.some((other) => liesWithin(one, other)));
  }

  const find = (text) => findIn([...text]);

  function mask(text, isMeant = () => true) {
    let characters = [...text];
    for (let found = findIn(characters).filter(isMeant); found.length; found = findIn(characters).filter(isMeant)) {
      const isMasked = (at) => found.some(({ start, end }) => start <= at && at < end);
      characters = characters.map((character, at) => (
        isMasked(at) && /[0-9a-z]/.test(fold(character)) ? MASK : character));
    }
    return characters.join('');
  }

  // The dialog.
  let asked = null; // what the dialog is about: the field, what was found in it, how to go on
  let allowed = null; // what the reader wants to send as it is
  const dialog = () => document.getElementById('privacy');
  const inDialog = (selector) => dialog().querySelector(selector);

  function fill(field, text) {
    const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value');
    set.call(field, text); // as typed: frameworks watch the property of the element itself
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function warn(field, found, canKeep, goOn) {
    asked = { field, found, goOn };
    dialog().querySelectorAll('[data-kind]').forEach((item) => {
      item.hidden = !found.some(({ kind }) => kind === item.dataset.kind);
    });
    inDialog('[data-erased]').hidden = !found.some(({ erased }) => erased);
    inDialog('[data-preview]').textContent = mask(field.value);
    const isKeepable = canKeep && found.some(({ erased }) => !erased);
    inDialog('[data-privacy=keep]').hidden = !isKeepable;
    inDialog('#privacy-kept').hidden = !isKeepable;
    dialog().showModal();
  }

  const choices = {
    erase: ({ field, goOn }) => { fill(field, mask(field.value)); goOn(); },
    keep: ({ field, goOn }) => {
      fill(field, mask(field.value, ({ erased }) => erased));
      allowed = field.value;
      goOn();
    },
    rewrite: ({ field, found }) => {
      const place = (at) => [...field.value].slice(0, at).join('').length;
      field.focus();
      field.setSelectionRange(place(found[0].start), place(found[0].end));
    },
  };

  // Stops the event where the field holds personal data; `goOn` sends it after all.
  function guard(event, field, canKeep, goOn) {
    const found = field && field.value !== allowed ? find(field.value) : [];
    if (!found.length) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // Gradio takes over what was filled in a moment later.
    if (dialog()) warn(field, found, canKeep, () => setTimeout(goOn, 60)); else fill(field, mask(field.value));
  }

  const box = () => document.querySelector('#question textarea, #question input');
  const send = () => document.getElementById('send').click();
  const isText = (field) => field.matches('textarea, input:not([type]), input[type=text], input[type=search]');

  window.addEventListener('keydown', (key) => {
    // The rooms' own keys are not meant for the dialog.
    if (dialog()?.open) { key.stopImmediatePropagation(); return; }
    const isSent = key.key === 'Enter' && !key.shiftKey && !key.isComposing && key.keyCode !== 229;
    if (isSent && key.target === box()) guard(key, box(), true, send);
  }, true);
  window.addEventListener('click', (click) => {
    const choice = click.target.closest?.('[data-privacy]');
    if (choice) {
      const about = asked;
      dialog().close();
      choices[choice.dataset.privacy](about);
    } else if (click.target.closest?.('#send')) guard(click, box(), true, send);
  }, true);
  // What a form asks goes into the address, where nothing of the kind may stand.
  window.addEventListener('submit', (submit) => {
    const form = submit.target;
    const field = [...form.elements].find((one) => isText(one) && one.value !== allowed && find(one.value).length);
    guard(submit, field, form.dataset.notInAddress !== undefined, () => form.requestSubmit());
  }, true);
  // Escape is 書き直す.
  window.addEventListener('cancel', (cancel) => {
    if (cancel.target === dialog()) setTimeout(() => choices.rewrite(asked));
  }, true);

  return { find, mask };
})();
