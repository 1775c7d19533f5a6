// The keyboard of moderation: J and K go from comment to comment, A and R decide, S puts aside, U takes back. Without it every button works by
// itself.
const comments = [...document.querySelectorAll<HTMLElement>('article')];

function current(): number {
  return comments.findIndex(comment => comment.contains(document.activeElement));
}

function go(to: number): void {
  comments[Math.min(Math.max(to, 0), comments.length - 1)]?.focus();
}

/** Whether there is such a button. */
function press(within: ParentNode | undefined, key: string): boolean {
  const button = within?.querySelector<HTMLButtonElement>(`[data-key=${key}]`);
  button?.click();
  return button instanceof HTMLButtonElement;
}

addEventListener('keydown', event => {
  const isTyping = event.target instanceof Element && event.target.closest('input, textarea, select');
  // A key that is held down would decide on one comment after the other.
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping) return;
  const key = event.key.toLowerCase();
  const at = current();
  if (key === 'j') go(at + 1);
  else if (key === 'k') go(at - 1);
  else if (key === 'u') press(document, 'u');
  else if (!/^[ars]$/.test(key) || !press(comments[at], key)) return;
  event.preventDefault();
});

// After a decision the page is a new one: whoever decides by keyboard goes on with the next comment.
if (location.hash === '#suite') go(0);
