// The keyboard of moderation: J and K go from comment to comment, A and R decide, U takes back. Without it every button works by itself.
const comments = [...document.querySelectorAll('article')];

function current() {
  return comments.findIndex(comment => comment.contains(document.activeElement));
}

function go(to) {
  comments[Math.min(Math.max(to, 0), comments.length - 1)]?.focus();
}

addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select'))
    return;
  const key = event.key.toLowerCase();
  const at = current();
  if (key === 'j') go(at + 1);
  else if (key === 'k') go(at - 1);
  else if (key === 'u') document.querySelector('[data-key=u]')?.click();
  else if ((key === 'a' || key === 'r') && at >= 0) comments[at].querySelector(`[data-key=${key}]`)?.click();
  else return;
  event.preventDefault();
});

// After a decision the page is a new one: whoever decides by keyboard goes on with the next comment.
if (location.hash === '#suite') go(0);
