// 職員: keeps the score of the quiz in this browser, says right or wrong, and lets numbers and Enter answer while the
// focus is within the question. Each question counts once, however often its page is opened again.
(() => {
  const KEPT = 'plan-assistant.staff';
  const EMPTY = { round: '', marks: {}, answered: 0, right: 0, streak: 0, best: 0, wrong: [] };
  const MOST_ASKED_AGAIN = 20;
  const MOST_CHARACTERS = 1200; // an address is read no further than some 2000 characters
  const find = (name) => document.querySelector('#room-staff [data-staff-' + name + ']');
  const isOpen = () => document.documentElement.dataset.room === 'staff';
  const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  let wantsHeading = false;
  let kept = read();

  function read() {
    try { return { ...EMPTY, ...JSON.parse(localStorage.getItem(KEPT) || '{}') }; } catch { return { ...EMPTY }; }
  }

  function keep(changed) {
    kept = { ...kept, ...changed };
    try { localStorage.setItem(KEPT, JSON.stringify(kept)); } catch { /* storage forbidden: it counts for this page */ }
  }

  function say(message) {
    const status = find('status');
    if (status) status.textContent = message;
  }

  // The first answer to a question of a round is the one that counts.
  function count({ round, number, project, right }) {
    if (kept.round !== round) keep({ round, marks: {} });
    if (!number || kept.marks[number] !== undefined) return;
    const isRight = right === 'yes';
    const streak = isRight ? kept.streak + 1 : 0;
    const others = kept.wrong.filter((id) => id !== project);
    keep({
      marks: { ...kept.marks, [number]: isRight },
      answered: kept.answered + 1,
      right: kept.right + (isRight ? 1 : 0),
      streak,
      best: Math.max(kept.best, streak),
      wrong: isRight ? others : [...others, project],
    });
  }

  function ofRound() {
    const marks = Object.values(kept.marks);
    return { answered: marks.length, right: marks.filter(Boolean).length, streak: kept.streak };
  }

  function askedAgain() {
    const ids = [];
    for (const id of kept.wrong.slice(-MOST_ASKED_AGAIN)) {
      if (encodeURIComponent([...ids, id].join(',')).length <= MOST_CHARACTERS) ids.push(id);
    }
    return ids;
  }

  function drawRecord() {
    const [record, wrong, ids] = [find('record'), find('wrong'), askedAgain()];
    if (record) {
      record.hidden = kept.answered === 0;
      record.querySelector('p').textContent = fill(record.dataset.pattern, kept);
    }
    if (wrong) {
      wrong.hidden = ids.length === 0;
      wrong.querySelector('a').textContent = fill(wrong.dataset.pattern, { count: ids.length });
    }
  }

  function drawEnd(end) {
    if (kept.round !== end.dataset.round) keep({ round: end.dataset.round, marks: {} });
    const result = find('result');
    result.textContent = fill(result.dataset.pattern, { ...ofRound(), total: result.dataset.total });
    document.querySelectorAll('#room-staff [data-staff-mark]').forEach((row) => {
      const mark = kept.marks[row.dataset.staffMark];
      const sign = row.querySelector('.quiz-sign');
      if (mark === undefined) return;
      sign.textContent = mark ? '○' : '×';
      sign.setAttribute('role', 'img');
      sign.setAttribute('aria-label', mark ? row.dataset.yes : row.dataset.no);
    });
    say(result.textContent);
  }

  function drawQuiz(quiz) {
    count(quiz.dataset);
    const score = find('score');
    score.textContent = ofRound().answered ? fill(score.dataset.pattern, ofRound()) : '';
    if (quiz.dataset.number) say(find('focus').textContent.replace(/\s+/g, ' ').trim() + ' ' + score.textContent);
    else say('');
  }

  document.addEventListener('room-shown', (event) => {
    if (event.detail.name !== 'staff' || !isOpen()) return;
    const [quiz, end, profile, select] = [find('quiz'), find('end'), find('profile'), document.getElementById('staff-division')];
    drawRecord();
    if (quiz) drawQuiz(quiz);
    if (end) drawEnd(end);
    if (event.detail.passed) return; // another division was chosen meanwhile
    if (select) select.value = profile ? profile.dataset.staffProfile : '';
    // Who looks through the select by its arrow keys stays there, and hears what it opened.
    if (profile && document.activeElement === select && !wantsHeading) {
      say(find('focus').textContent + ' ' + find('summary').textContent.replace(/\s+/g, ' ').trim());
    } else if (find('focus')) {
      find('focus').focus();
    }
    wantsHeading = false;
  });

  document.addEventListener('submit', (submit) => {
    const form = submit.target.closest('#room-staff form');
    const profile = find('profile');
    if (!form) return;
    wantsHeading = true;
    if (profile && profile.dataset.staffProfile === new FormData(form).get('division')) find('focus').focus();
  });

  // A new round has a new seed; the address without one would be the same round again.
  document.addEventListener('click', (click) => {
    const start = click.target.closest('#room-staff [data-staff-start]');
    if (start) {
      const fields = new URLSearchParams(start.dataset.staffStart === 'wrong' ? { only: askedAgain().join(',') } : start.dataset.staffStart);
      start.href = '#staff?' + new URLSearchParams({ seed: Math.floor(Math.random() * 1e6), n: 1 }) + (fields.size ? '&' + fields : '');
    }
    if (click.target.closest('#room-staff [data-staff-forget]')) {
      keep({ ...EMPTY });
      drawRecord();
      document.querySelector('#room-staff .room-title').focus();
    }
  });

  document.addEventListener('keydown', (key) => {
    if (!isOpen() || key.isComposing || key.ctrlKey || key.metaKey || key.altKey) return;
    const within = key.target.closest('[data-staff-quiz]');
    if (!within) return;
    const choices = [...within.querySelectorAll('[data-staff-choice]')];
    const step = { ArrowDown: 1, ArrowUp: -1 }[key.key];
    const at = choices.indexOf(document.activeElement);
    if (/^[1-9]$/.test(key.key) && choices[key.key - 1]) choices[key.key - 1].click();
    else if (step && choices.length) choices[at < 0 ? 0 : (at + step + choices.length) % choices.length].focus();
    else if (key.key === 'Enter' && find('next') && !key.target.closest('a')) find('next').click();
    else return;
    key.preventDefault();
  });
})();
