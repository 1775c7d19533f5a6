// Runs in a page that `npm run dev` serves while something is wrong: a dialog over the page that says what, and a button that brings it back.

/**
 * A sheet made by script is the one kind that the policy of pages allows here. Colours follow the page's own choice of light or dark.
 */
const STYLES = `
:host { all: initial; color-scheme: inherit; direction: ltr; }
* { box-sizing: border-box; }
dialog {
  --paper: light-dark(#fff, #1d1f23); --ink: light-dark(#1b1b1b, #ececec); --soft: light-dark(#5a5a5a, #b5b5b5);
  --line: light-dark(#d5d0c9, #454a52); --red: light-dark(#a8161b, #ff8f8a); --code: light-dark(#f6f1ea, #2a2d33);
  flex-direction: column; inline-size: min(56rem, 100vw - 2rem); max-inline-size: none;
  max-block-size: min(48rem, 100dvh - 2rem); margin: auto; padding: 0; overflow: hidden;
  border: 1px solid var(--line); border-block-start: 0.375rem solid var(--red); border-radius: 0.375rem;
  background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif;
  box-shadow: 0 1rem 3rem rgb(0 0 0 / 40%);
}
dialog[open] { display: flex; }
dialog::backdrop { background: rgb(0 0 0 / 55%); }
header { display: flex; gap: 1rem; align-items: center; padding: 1rem 1.25rem 0.75rem; }
h1 { flex: 1; margin: 0; font-size: 1.25rem; line-height: 1.3; text-wrap: balance; }
p { margin: 0; }
.list { flex: 1; min-block-size: 0; overflow: auto; padding: 0 1.25rem; border-block: 1px solid var(--line); }
ol { margin: 0; padding: 0; list-style: none; }
li { padding-block: 0.875rem; }
li + li { border-block-start: 1px solid var(--line); }
code { font: 0.875rem/1.5 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.place { display: inline-block; margin-block-end: 0.375rem; padding: 0 0.375rem; border-radius: 0.25rem; background: var(--code); color: var(--red); font-weight: 600; }
.message { overflow-wrap: anywhere; }
.rule, .stays, .note { color: var(--soft); font-size: 0.875rem; }
.note { padding: 0.75rem 1.25rem 1rem; }
button {
  flex: none; min-block-size: 2.5rem; padding: 0.375rem 0.875rem; border: 1px solid currentColor; border-radius: 0.25rem;
  background: none; color: inherit; font: inherit; cursor: pointer;
}
button:focus-visible, .list:focus-visible { outline: 3px solid light-dark(#0a4a8f, #9cc7ff); outline-offset: 2px; }
.list:focus-visible { outline-offset: -3px; }
.reopen {
  position: fixed; z-index: 2147483647; inset-block-end: 1rem; inset-inline-start: 1rem; border-color: #fff;
  background: #a8161b; color: #fff; font: 600 1rem/1.5 system-ui, sans-serif; box-shadow: 0 0.25rem 1rem rgb(0 0 0 / 40%);
}
[hidden] { display: none; }
@media (width < 30rem) {
  header { padding: 0.75rem 0.875rem 0.5rem; }
  h1 { font-size: 1.125rem; }
  .list { padding-inline: 0.875rem; }
  .note { padding: 0.625rem 0.875rem 0.75rem; }
}
@media print { dialog, .reopen { display: none !important; } }
`;

/**
 * What `panel-report.ts` gives.
 * @typedef {{ place: string | null, message: string, stays: string | null, rule: string | null }} Item
 * @typedef {{ title: string, note: string, items: Item[], others: string | null, close: string, reopen: string }} Report
 */

/** @type {ReturnType<typeof makePanel> | null} */
let panel = null;

/** What the panel holds, as text: the same again does not open it a second time. */
let shown = 'null';

/**
 * Opens the panel, or fills it anew; null closes it.
 * @param {Report | null} report
 */
export function showReport(report) {
  const next = JSON.stringify(report);
  if (next === shown) return;
  shown = next;
  panel ??= makePanel();
  if (report === null) panel.leave();
  else panel.show(report);
}

function makePanel() {
  const host = document.createElement('quotidien-problems');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  root.adoptedStyleSheets = [sheet];
  const dialog = element('dialog', { lang: 'fr', 'aria-labelledby': 'title', 'aria-describedby': 'note' });
  const title = element('h1', { id: 'title' });
  const close = element('button', { type: 'button' });
  const list = element('div', { class: 'list', tabindex: '0', role: 'region', 'aria-labelledby': 'title' });
  const note = element('p', { class: 'note', id: 'note' });
  const reopen = element('button', {
    type: 'button',
    class: 'reopen',
    lang: 'fr',
    'aria-haspopup': 'dialog',
  });
  const header = element('header', {});
  header.append(title, close);
  dialog.append(header, list, note);
  root.append(dialog, reopen);
  reopen.hidden = true;

  const open = () => {
    reopen.hidden = true;
    if (!dialog.open) dialog.showModal();
  };
  close.addEventListener('click', () => dialog.close());
  reopen.addEventListener('click', open);
  // Closed by the reader, not by what was mended. The browser gives the focus back to where it was.
  dialog.addEventListener('close', () => {
    reopen.hidden = shown === 'null';
  });
  // The page's own keys are not meant while one reads here.
  for (const kind of ['keydown', 'keyup']) host.addEventListener(kind, event => event.stopPropagation());

  return {
    /** @param {Report} report */
    show(report) {
      if (!host.isConnected) document.documentElement.append(host);
      title.textContent = report.title;
      close.textContent = report.close;
      note.textContent = report.note;
      reopen.textContent = report.reopen;
      const items = element('ol', { role: 'list' });
      items.append(...report.items.map(shownItem));
      const others = report.others === null ? [] : [text('p', 'rule', report.others)];
      list.replaceChildren(items, ...others);
      open();
    },
    leave() {
      dialog.close();
      host.remove();
    },
  };
}

/** @param {Item} item */
function shownItem({ place, message, stays, rule }) {
  const item = element('li', {});
  if (place !== null) item.append(text('code', 'place', place));
  item.append(text('p', 'message', message));
  if (stays !== null) item.append(text('p', 'stays', stays));
  if (rule !== null) item.append(text('code', 'rule', rule));
  return item;
}

/** @param {string} name @param {string} className @param {string} words */
function text(name, className, words) {
  const made = element(name, { class: className });
  made.textContent = words;
  return made;
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name | string} name @param {Readonly<Record<string, string>>} attributes
 */
function element(name, attributes) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
