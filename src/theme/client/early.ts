// Before the first paint, marks the page with the reader's earlier choices and with the fact that JavaScript runs.
// Without JavaScript the page follows the device's settings.
import { stored } from './storage.ts';

const { dataset } = document.documentElement;
dataset.js = '';

const theme = stored('theme');
if (theme === 'light' || theme === 'dark') dataset.theme = theme;

const size = stored('text-size');
if (size !== null && /^(?:-1|[123])$/.test(size)) dataset.textSize = size;

// With `data-js` the styles hide content that only the module can reveal. If the module does not load, the page shows everything.
addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLScriptElement) delete dataset.js;
  },
  true,
);
