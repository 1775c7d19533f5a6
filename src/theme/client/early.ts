// Before the first paint: what the reader chose last time, and that JavaScript runs. Without it the page follows the device.
import { stored } from './storage.ts';

const { dataset } = document.documentElement;
dataset.js = '';

const theme = stored('theme');
if (theme === 'light' || theme === 'dark') dataset.theme = theme;

const size = stored('text-size');
if (size !== null && /^(?:-1|[123])$/.test(size)) dataset.textSize = size;

// The styles hide what only the module makes useful; should it not come, all of it is shown as without JavaScript.
addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLScriptElement) delete dataset.js;
  },
  true,
);
