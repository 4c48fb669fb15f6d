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
    for (const box of range.getClientRects()) if (box.width > 1) lines.push({ node, part, box, text: node.data.trim() });
  }
  const beyond = (box, frame) => Math.max(box.right - frame.right, frame.left - box.left, box.bottom - frame.bottom,
    frame.top - box.top);
  for (const { part, box, text } of lines) {
    for (let each = part; each && each !== document.body; each = each.parentElement) {
      const style = getComputedStyle(each), frame = each.getBoundingClientRect();
      const cuts = ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY);
      const holds = each.matches('button, summary, kbd, .tag') && style.display !== 'inline';
      if ((cuts || holds) && beyond(box, frame) > 2) lost.push(`cut: ${text.slice(0, 40)} in ${each.outerHTML.slice(0, 80)}`);
    }
  }
  lines.sort((one, other) => one.box.top - other.box.top);
  lines.forEach((one, at) => {
    for (let next = at + 1; next < lines.length && lines[next].box.top < one.box.bottom - 4; next += 1) {
      const other = lines[next];
      const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      if (one.node !== other.node && wide > 4) lost.push(`over: ${one.text.slice(0, 40)} / ${other.text.slice(0, 40)}`);
    }
  });
  return [...new Set(lost)];
}"""
