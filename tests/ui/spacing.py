"""Text as readers may space it (WCAG 1.4.12), and what of it is then cut off or lies over other text."""

SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }"""
# Furigana stands above its line by design; what sticks to an edge lies over what is scrolled below it.
LOST = """() => {
  const shown = (part) => part.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && !part.closest('.visually-hidden, #announcer, rt, rp, option, script, style, [hidden]');
  const stuck = (part) => {
    for (let each = part; each; each = each.parentElement)
      if (['fixed', 'sticky'].includes(getComputedStyle(each).position)) return true;
    return false;
  };
  const lines = [], lost = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, part = node.parentElement;
    if (!node.data.trim() || !shown(part) || stuck(part)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const text = node.data.trim().slice(0, 40);
    for (const box of range.getClientRects()) if (box.width > 1) lines.push({ node, part, box, text });
  }
  const within = (box, frame) => box.bottom > frame.top && box.top < frame.bottom;
  const beyond = (box, frame) => Math.max(box.right - frame.right, frame.left - box.left, box.bottom - frame.bottom,
    frame.top - box.top);
  const seen = lines.filter(({ part, box, text }) => {
    for (let each = part; each && each !== document.body; each = each.parentElement) {
      const style = getComputedStyle(each), frame = each.getBoundingClientRect();
      if (frame.width < 2 && style.position === 'absolute') return false; // for screen readers alone
      if (['auto', 'scroll'].includes(style.overflowY) && !within(box, frame)) return false; // a finger brings it back
      const cuts = ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY);
      const holds = each.matches('button, summary, kbd, .tag') && style.display !== 'inline';
      if ((cuts || holds) && beyond(box, frame) > 2) lost.push(`cut: ${text} in ${each.outerHTML.slice(0, 80)}`);
    }
    return true;
  });
  seen.sort((one, other) => one.box.top - other.box.top);
  seen.forEach((one, at) => {
    for (let next = at + 1; next < seen.length && seen[next].box.top < one.box.bottom - 4; next += 1) {
      const other = seen[next];
      const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      if (one.node !== other.node && wide > 4) lost.push(`over: ${one.text} / ${other.text}`);
    }
  });
  return [...new Set(lost)];
}"""
