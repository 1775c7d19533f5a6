import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseXml } from '@rgrove/parse-xml';
import { legalXml } from './legal-xml.ts';

test('whatever stands in a text, XML can hold it', () => {
  for (let unit = 0; unit <= 0xffff; unit++) {
    if (unit > 0x2ff && unit < 0xd7f0) unit += 0x7f;
    const sign = String.fromCharCode(unit);
    if (sign === '<' || sign === '&') continue;
    parseXml(`<a>${legalXml(`x${sign}y`)}</a>`);
  }
});

test('all that is a letter or a space stays', () => {
  const text = 'À l’été\u00a0: 中文, 𝒜, 👩‍🚀\t\r\n\ufffd\u{10ffff}';
  assert.equal(legalXml(text), text);
});
