// The weight of a page, on a made-up site of a few files.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { type Weight, weightOf } from './weight.ts';

const SCRIPT = 'document.documentElement.dataset.theme = "dark";';

const FILES: Readonly<Record<string, string>> = {
  'index.html': `<!DOCTYPE html><title>Été</title><script>${SCRIPT}</script>
<script type="application/ld+json">{"name":"Été"}</script>
<link rel="stylesheet" href="/assets/site.css"><script type="module" src="/assets/site.js"></script>
<svg><use href="/assets/icons.svg#sun"/></svg><svg><use href="/assets/icons.svg#moon"/></svg>
<img src="/photograph.jpg" alt="">`,
  'assets/site.css': `@font-face{font-family:a;src:url(/assets/latin.woff2);unicode-range:U+0-FF}
@font-face{font-family:a;src:url("/assets/greek.woff2");unicode-range:U+370-3FF,U+1F??}`,
  'assets/site.js': 'import"./ticker.js";import{a}from"/assets/weather.js";a();',
  'assets/ticker.js': 'customElements.define("news-ticker",class extends HTMLElement{});',
  'assets/weather.js': 'export const a=()=>{};',
  'assets/icons.svg': '<svg xmlns="http://www.w3.org/2000/svg"><symbol id="sun"/></svg>',
  'assets/latin.woff2': 'a font',
  'assets/greek.woff2': 'another font',
  'photograph.jpg': 'a photograph',
};

const bytesSent = (text: string): number => brotliCompressSync(text).length;

describe('the weight of a page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quotidien-weight-'));
  let weight: Weight;
  before(() => {
    for (const [name, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    weight = weightOf(folder, '/');
  });
  after(() => rmSync(folder, { recursive: true }));

  it('counts a script in the page as JavaScript, with the modules and what they import', () => {
    const modules = ['site', 'ticker', 'weather'].map(name => bytesSent(FILES[`assets/${name}.js`]!));
    assert.equal(
      weight.js,
      modules.reduce((sum, bytes) => sum + bytes, bytesSent(SCRIPT)),
    );
    assert.equal(weight.html, bytesSent(FILES['index.html']!.replace(SCRIPT, '')));
  });

  it('counts the fonts whose characters are on the page, without further compression', () => {
    assert.equal(weight.fonts, FILES['assets/latin.woff2']!.length);
  });

  it('counts style sheets and icons once, and no photograph', () => {
    assert.equal(weight.css, bytesSent(FILES['assets/site.css']!));
    assert.equal(weight.icons, bytesSent(FILES['assets/icons.svg']!));
    const { html, css, js, fonts, icons, total } = weight;
    assert.equal(total, html + css + js + fonts + icons);
  });
});
