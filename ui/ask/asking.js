// Asking: send, stop, ask again, edit the last question, and go on after the connection was lost.
window.planAsk = (() => {
  const IN_FLIGHT = 'plan-assistant.asking'; // the question that has no answer yet, until it has one
  const EDITING = 'plan-assistant.editing';
  const MOST_CHARACTERS = 1000;
  const page = document.documentElement;
  const keep = window.planKeep;
  let events = {};
  let asking = null;
  let watched = null;
  let isResumed = false; // whether the conversation that the tab kept was shown: a change of language shows it anew
  let afterwards = null; // what was pressed while an answer was on its way

  const box = () => document.querySelector('#question textarea, #question input');
  const calm = () => window.planWishes.isCalm();
  const isEditing = () => keep.ofTab(EDITING) !== '';

  function connect(triggers) { events = triggers; }

  // What stands beside the question box follows these marks; see style.css.
  function mark() {
    page.toggleAttribute('data-asking', asking !== null);
    page.toggleAttribute('data-editing', asking === null && isEditing());
    page.toggleAttribute('data-unanswered', asking === null && keep.ofTab(IN_FLIGHT) !== '');
  }

  function fill(text) {
    if (!box()) return;
    box().value = text;
    box().dispatchEvent(new Event('input', { bubbles: true }));
  }

  function say(selector, isShown) {
    const note = document.querySelector(selector);
    if (!note) return;
    note.hidden = !isShown;
    note.textContent = isShown ? note.dataset.message || note.dataset.words : '';
  }

  // `replaces`: in place of the last question and its answer.
  function ask(question, replaces) {
    if (asking) { // its answer may stand there already; a press too many is not a second question
      if (question !== asking.question) afterwards = () => ask(question, replaces);
      return;
    }
    const typed = box() !== null && box().value.trim() === question.trim();
    asking = { question, replaces, typed, in_pieces: !calm(), alone: window.planHistory.isShared() };
    if (question.trim() === '') asking.replaces = false;
    else keep.inTab(IN_FLIGHT, JSON.stringify(asking));
    if (typed) window.planPage.asked(question);
    say('#trouble [data-lost]', false);
    if (!watched) watch();
    mark();
    events.choose(asking);
  }

  function submit() { atRest(() => { if (box()) ask(box().value, isEditing()); }); }

  function restart() {
    forgetEdit();
    window.planHistory.leave();
    events.restart();
  }

  function open(kept) {
    forgetEdit();
    events.open({ stored: window.planHistory.take(kept) });
  }

  // What is pressed while an answer is on its way is done when the answer stands there.
  function atRest(action) {
    if (asking) afterwards = action; else action();
  }

  // Gradio changes the page a moment after its event is done.
  function settled() { setTimeout(() => requestAnimationFrame(finish), 60); }

  function finish() {
    const isBlank = asking !== null && asking.question.trim() === '';
    const isComplete = !isBlank && document.querySelector('#live .turn') === null;
    const isAwaited = asking !== null;
    asking = null;
    if (isComplete) {
      [EDITING, IN_FLIGHT].forEach((kept) => keep.inTab(kept, ''));
      delete page.dataset.lost;
      say('#trouble [data-lost]', false);
    }
    mark();
    if (isComplete && isAwaited) window.planPage.settle();
    const next = isComplete ? afterwards : null;
    afterwards = null;
    if (next) next();
  }

  // The question and the beginning of its answer are in sight as soon as they stand there.
  function watch() {
    watched = document.getElementById('live');
    new MutationObserver(() => {
      const turn = watched.querySelector('.turn');
      if (!turn || !asking || asking.seen) return;
      asking.seen = true;
      turn.scrollIntoView({ behavior: calm() ? 'auto' : 'smooth', block: 'start' });
    }).observe(watched, { childList: true, subtree: true });
  }

  function stop() {
    if (!asking) return;
    const stopped = asking;
    afterwards = null;
    keep.inTab(IN_FLIGHT, '');
    events.halt();
    events.stopped(stopped);
    if (box()) box().focus({ preventScroll: true });
  }

  function edit(question) {
    keep.inTab(EDITING, '1');
    mark();
    fill(question);
    box().focus();
    box().setSelectionRange(question.length, question.length);
  }

  function leaveEditing() {
    keep.inTab(EDITING, '');
    mark();
    fill('');
    box().focus();
  }

  // Nothing that was typed or pressed is lost: it is in the box, and one press sends it again.
  function lost() {
    if (!asking) return;
    if (box() && box().value === '') fill(asking.question);
    asking = null;
    mark();
  }

  // Gradio, once its connection is lost, listens to nothing until the page is loaded again.
  async function resend() {
    const isThere = await fetch('gradio_api/app_id', { cache: 'no-store' }).then((answer) => answer.ok, () => false);
    say('#trouble [data-away]', !isThere);
    if (!isThere) return;
    if (page.dataset.lost === undefined) { again(); return; }
    keep.inTab(IN_FLIGHT + '.again', '1');
    location.reload();
  }

  function again() {
    const unanswered = keep.read(keep.ofTab(IN_FLIGHT));
    if (unanswered) ask(unanswered.question, unanswered.replaces);
  }

  function started() {
    window.planHistory.show();
    mark();
    const isAgain = keep.ofTab(IN_FLIGHT + '.again') !== '';
    keep.inTab(IN_FLIGHT + '.again', '');
    if (isAgain && document.querySelector('#conversation .conversation')) again();
    else if (!isResumed) window.planPage.resume();
    isResumed = document.querySelector('#conversation .conversation') !== null;
  }

  function forgetEdit() { keep.inTab(EDITING, ''); keep.inTab(IN_FLIGHT, ''); mark(); }

  const presses = {
    ask: (button) => ask(button.dataset.ask, false),
    again: (button) => ask(button.dataset.again, true),
    edit: (button) => atRest(() => edit(button.dataset.edit)),
    leaveEditing,
    stop,
    resend,
    restart: () => atRest(restart),
    toTop: () => window.planPage.toTop(),
    open: (button) => atRest(() => open(button.dataset.open)),
    back: (button) => window.planSource.leave(button.dataset.back, button.dataset.backMarker),
    turn: (button) => {
      const { turn, marker } = button.dataset;
      const show = () => window.planSource.wanted(Number(turn), marker === undefined ? null : Number(marker));
      if (button.closest('#live')) afterwards = show; else show();
    },
  };

  document.addEventListener('click', (click) => {
    const button = click.target.closest('#page-grid button');
    const name = button && Object.keys(presses).find((press) => button.dataset[press] !== undefined);
    if (name) presses[name](button);
  });
  document.addEventListener('input', (input) => {
    if (input.target === box()) say('#trouble [data-full]', box().value.length >= MOST_CHARACTERS);
  });
  document.addEventListener('keydown', (key) => {
    if (key.key === 'Escape' && !key.defaultPrevented && !key.isComposing) stop();
  });
  document.addEventListener('connection-lost', () => { page.dataset.lost = ''; lost(); });
  window.addEventListener('offline', () => {
    if (!asking) return;
    page.dataset.lost = '';
    say('#trouble [data-lost]', true);
    lost();
  });

  return { connect, submit, settled, started, cite: (wanted) => events.cite(wanted) };
})();
