// What a marker [n] stands for, in a small popover: hovered, focused or tapped; Escape or its × closes it.
(() => {
  let shown = null; // the marker whose popover is open
  let touched = false; // whether the reader goes by finger: the last thing that was used
  const tipOf = (marker) => document.getElementById(marker.getAttribute('aria-describedby'))?.closest('.tip');
  const markerAt = (target) => target.closest?.('#page-grid .marker[aria-describedby]') || null;

  function hide() {
    const tip = shown && tipOf(shown);
    if (tip) tip.hidden = true;
    shown = null;
  }

  function show(marker) {
    if (marker === shown) return;
    hide();
    const tip = tipOf(marker);
    if (!tip) return;
    shown = marker;
    tip.hidden = false;
    place(marker, tip);
  }

  function place(marker, tip) {
    if (!tip) return;
    const at = marker.getBoundingClientRect();
    const left = Math.min(at.left, document.documentElement.clientWidth - tip.offsetWidth - 12);
    const [above, below] = [at.top - tip.offsetHeight - 4, at.bottom + 4];
    const bottom = document.getElementById('composer')?.getBoundingClientRect().top || window.innerHeight;
    // A finger stays on the marker and the popover with it: below, it leaves in sight what was just read.
    const isBelow = above <= 8 || (touched && below + tip.offsetHeight < bottom);
    tip.style.left = Math.max(12, left) + 'px';
    tip.style.top = (isBelow ? below : above) + 'px';
  }

  const isWithin = (node) => shown !== null && node instanceof Node && (shown.contains(node) || tipOf(shown)?.contains(node));

  document.addEventListener('pointerdown', (press) => { touched = press.pointerType === 'touch'; }, true);
  document.addEventListener('keydown', () => { touched = false; }, true);
  // Not mouseover: that comes too where the page moves under a resting pointer.
  document.addEventListener('mousemove', (move) => {
    const marker = markerAt(move.target);
    if (marker && !touched) show(marker);
  });
  document.addEventListener('mouseout', (move) => {
    if (isWithin(move.target) && !isWithin(move.relatedTarget) && shown !== document.activeElement) hide();
  });
  document.addEventListener('focusin', (focus) => {
    const marker = markerAt(focus.target);
    if (marker && !touched) show(marker); else if (!marker) hide();
  });
  // A finger cannot hover: its first tap shows the popover, the next one (there or on the marker) opens the source.
  document.addEventListener('click', (click) => {
    const marker = markerAt(click.target);
    if (marker && touched && marker !== shown) {
      click.stopImmediatePropagation();
      show(marker);
      return;
    }
    const opened = shown;
    const isTip = opened !== null && tipOf(opened)?.contains(click.target);
    hide();
    if (!isTip || click.target.closest('.tip-close')) return;
    touched = false; // this press is the second one
    opened.click();
    touched = true; // back from the source, the marker has the focus, and its popover must not lie over the answer again
  }, true);
  document.addEventListener('keydown', (key) => {
    if (key.key !== 'Escape' || !shown) return;
    key.preventDefault();
    hide();
  }, true);
  // Who scrolls has read it; where the page itself still moves to a new answer, it goes along.
  for (const moved of ['wheel', 'touchmove']) window.addEventListener(moved, hide, { passive: true });
  window.addEventListener('scroll', () => { if (shown) place(shown, tipOf(shown)); }, { passive: true });
})();
