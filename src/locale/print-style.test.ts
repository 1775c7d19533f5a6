import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayMomentOf, momentOf } from '../time/moment.ts';
import { printing } from './print-style.ts';

const AFTERNOON = Date.UTC(2014, 4, 20, 6, 45);
const FIRST_OF_MARCH = Date.UTC(2014, 1, 28, 16, 5);
const SHANGHAI = 'Asia/Shanghai';

describe('the style of agencies', () => {
  const { degrees, degreesOfDay, source } = printing('agence');

  it('writes an hour and a day in figures', () => {
    assert.equal(momentOf(AFTERNOON, SHANGHAI, 'agence').stamp, '20.05.2014 14h45');
    assert.equal(dayMomentOf(AFTERNOON, SHANGHAI, 'agence').stamp, '20.05.2014');
  });

  it('is that of a portal that says nothing', () => {
    assert.equal(momentOf(AFTERNOON, SHANGHAI).stamp, '20.05.2014 14h45');
  });

  it('writes the highest temperature first', () => {
    assert.equal(degreesOfDay(28, 16), '28℃~16℃');
    assert.equal(degrees(-3), '-3℃');
  });

  it('writes a source in parentheses', () =>
    assert.equal(source('Xinhua'), '(\u00a0Source\u00a0: Xinhua\u00a0)'));
});

describe('the style of newspapers', () => {
  const { degrees, degreesOfDay, source } = printing('presse');

  it('writes an hour and a day in words', () => {
    assert.equal(momentOf(AFTERNOON, SHANGHAI, 'presse').stamp, '20\u00a0mai 2014 à 14\u00a0h\u00a045');
    assert.equal(dayMomentOf(AFTERNOON, SHANGHAI, 'presse').stamp, '20\u00a0mai 2014');
  });

  it('writes the first of a month as an ordinal, and minutes with two figures', () => {
    assert.equal(momentOf(FIRST_OF_MARCH, SHANGHAI, 'presse').stamp, '1er\u00a0mars 2014 à 0\u00a0h\u00a005');
  });

  it('writes a range of temperatures from its lower end, with a minus sign', () => {
    assert.equal(degreesOfDay(28, 16), '16 à 28\u00a0°C');
    assert.equal(degreesOfDay(2, -3), '−3 à 2\u00a0°C');
    assert.equal(degreesOfDay(-1, -1), '−1\u00a0°C');
    assert.equal(degrees(0), '0\u00a0°C');
  });

  it('writes a source without parentheses', () => assert.equal(source('Xinhua'), 'Source\u00a0: Xinhua'));
});

it('does not mix the styles of two portals', () => {
  for (const style of ['agence', 'presse', 'agence'] as const)
    assert.equal(momentOf(AFTERNOON, SHANGHAI, style).stamp.includes('mai'), style === 'presse');
});
