// What a marker [n] stands for, in a small popover: hovered, focused or tapped; Escape closes it.
(() => {
  let shown = null; // the marker whose popover is open
  let touched = false; // whether the press under way is a finger's
  const tipOf = (marker) => document.getElementById(marker.getAttribute('aria-describedby'));
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
    const at = marker.getBoundingClientRect();
    const left = Math.min(at.left, document.documentElement.clientWidth - tip.offsetWidth - 12);
    const above = at.top - tip.offsetHeight - 4;
    tip.style.left = Math.max(12, left) + 'px';
    tip.style.top = (above > 8 ? above : at.bottom + 4) + 'px';
  }

  const isWithin = (node) => shown !== null && node instanceof Node && (shown.contains(node) || tipOf(shown)?.contains(node));

  document.addEventListener('pointerdown', (press) => { touched = press.pointerType === 'touch'; }, true);
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
    touched = false;
    if (isTip) opened.click();
  }, true);
  document.addEventListener('keydown', (key) => {
    if (key.key !== 'Escape' || !shown) return;
    key.preventDefault();
    hide();
  }, true);
  window.addEventListener('scroll', () => { if (shown) hide(); }, { passive: true });
})();
