import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayTokens } from './day-tokens.ts';

const tokensOf = (css: string): object => Object.fromEntries(dayTokens(css));

test('a token has the value that pages have by day', () => {
  const css = `@layer tokens, base;
@layer tokens {
  :root {
    color-scheme: light dark;
    --paper: light-dark(#fff, #12151a);
    --glow: light-dark(rgb(1, 2, 3), rgb(4, 5, 6));
    --large: clamp(1rem, 2vw, 3rem)
  }
}`;
  assert.deepEqual(tokensOf(css), { paper: '#fff', glow: 'rgb(1, 2, 3)', large: 'clamp(1rem, 2vw, 3rem)' });
});

test('a token that names another has its value', () => {
  const css = ':root { --point: var(--urgent); --urgent: light-dark(var(--red), #f00); --red: #b80f1d }';
  assert.deepEqual(tokensOf(css), { point: '#b80f1d', urgent: '#b80f1d', red: '#b80f1d' });
});

test('a token that names nothing, or itself, has no value', () => {
  assert.deepEqual(tokensOf(':root { --a: var(--b); --b: var(--a); --c: var(--nowhere) }'), {});
});

test('the last value of a token holds', () => {
  assert.deepEqual(tokensOf(':root { --ink: #000 } :root { --ink: #111; --ink: #222 }'), { ink: '#222' });
});

test('what only holds by night, on paper or of some element is no value by day', () => {
  const css = `:root { --ink: #000 }
:root[data-theme="dark"] { --ink: #eee }
@media print { :root { --ink: #111 } }
@supports (color: red) { @layer tokens { :root { --ink: #222 } } }
.card { --ink: #333 }`;
  assert.deepEqual(tokensOf(css), { ink: '#000' });
});

test('comments and texts may hold whatever CSS is made of', () => {
  const css = `/* :root { --ink: red; } */
:root { /* --paper: red; */ --text: "A;{}", 'B:"}'; --ink: /* dark */ #000; }`;
  assert.deepEqual(tokensOf(css), { text: '"A;{}", \'B:"}\'', ink: '#000' });
});

test('a sheet that breaks off gives what it has', () => {
  assert.deepEqual(tokensOf(':root { --ink: #000; --paper: #f'), { ink: '#000' });
  assert.deepEqual(tokensOf('} :root { --ink: #000 }'), { ink: '#000' });
  assert.deepEqual(tokensOf(''), {});
});
