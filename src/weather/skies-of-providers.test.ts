import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nightWords, skyWords } from '../locale/sky-words.ts';
import { SKIES, type Sky, skyPictureByNight } from '../site/skies.ts';
import { skyOfSymbol } from './met-symbol-sky.ts';
import { skyOfWmoCode } from './wmo-sky.ts';

describe('a code of present weather (WMO table 4677)', () => {
  it('from 0 to 99 is a sky that has words', () => {
    for (let code = 0; code <= 99; code++) assert.ok(skyOfWmoCode(code)! in skyWords, `code ${code}`);
  });

  it('is worded as Météo-France words it', () => {
    const words = (code: number): string => skyWords[skyOfWmoCode(code)!];
    const expected: Readonly<Record<number, string>> = {
      0: 'Ensoleillé',
      1: 'Peu nuageux',
      2: 'Nuageux',
      3: 'Couvert',
      4: 'Fumées',
      10: 'Brume',
      11: 'Bancs de brouillard',
      18: 'Vent fort',
      20: 'Bruine',
      23: 'Pluie et neige mêlées',
      28: 'Brouillard',
      33: 'Tempête de sable',
      36: 'Chasse-neige',
      45: 'Brouillard',
      48: 'Brouillard givrant',
      51: 'Bruine',
      56: 'Bruine verglaçante',
      61: 'Pluie faible',
      63: 'Pluie',
      65: 'Pluie forte',
      66: 'Pluie verglaçante',
      71: 'Quelques flocons',
      73: 'Neige',
      75: 'Neige forte',
      77: 'Neige en grains',
      80: 'Rares averses',
      81: 'Averses',
      82: 'Fortes averses',
      85: 'Averses de neige',
      95: 'Orages',
      96: 'Orages avec grêle',
      99: 'Orages avec grêle',
    };
    for (const [code, text] of Object.entries(expected)) assert.equal(words(Number(code)), text, code);
  });

  it('that is none is no sky', () => {
    for (const code of [-1, 100, 4.5, Number.NaN, Number.POSITIVE_INFINITY])
      assert.equal(skyOfWmoCode(code), null);
  });
});

/** Every symbol of the legend, without the time of day. */
const LEGEND =
  'clearsky fair partlycloudy cloudy fog lightrainshowers rainshowers heavyrainshowers lightrainshowersandthunder rainshowersandthunder heavyrainshowersandthunder lightsleetshowers sleetshowers heavysleetshowers lightssleetshowersandthunder sleetshowersandthunder heavysleetshowersandthunder lightsnowshowers snowshowers heavysnowshowers lightssnowshowersandthunder snowshowersandthunder heavysnowshowersandthunder lightrain rain heavyrain lightrainandthunder rainandthunder heavyrainandthunder lightsleet sleet heavysleet lightsleetandthunder sleetandthunder heavysleetandthunder lightsnow snow heavysnow lightsnowandthunder snowandthunder heavysnowandthunder'.split(
    ' ',
  );

describe('a symbol of MET Norway', () => {
  it('of its legend is a sky, at any time of the day', () => {
    assert.equal(LEGEND.length, 41);
    for (const name of LEGEND)
      for (const variant of ['', '_day', '_night', '_polartwilight'])
        assert.ok(skyOfSymbol(name + variant)! in skyWords, name + variant);
  });

  it('is the sky that its name says', () => {
    const expected: Readonly<Record<string, Sky>> = {
      clearsky_night: 'clear',
      fair_day: 'partly-cloudy',
      cloudy: 'overcast',
      heavyrain: 'heavy-rain',
      rainshowersandthunder_day: 'thundery-showers',
      heavyrainandthunder: 'thundery-rain',
      lightssleetshowersandthunder_night: 'thundersnow',
      // As a later version may write it.
      lightsleetshowersandthunder_night: 'thundersnow',
      lightsnowshowers_polartwilight: 'snow-showers',
    };
    for (const [symbol, sky] of Object.entries(expected)) assert.equal(skyOfSymbol(symbol), sky, symbol);
  });

  it('that no legend has is no sky', () => {
    for (const symbol of ['', 'andthunder', 'cloudyandthunder', 'toString', '__proto__', 'rain_dusk'])
      assert.equal(skyOfSymbol(symbol), null, symbol);
  });
});

describe('a sky by night', () => {
  it('has words and a picture, with the moon where the day has the sun', () => {
    assert.equal(nightWords('clear'), 'Nuit claire');
    assert.equal(nightWords('showers'), 'Nuit\u00a0: averses');
    assert.equal(skyPictureByNight('clear'), 'clear-night');
    assert.equal(skyPictureByNight('partly-cloudy'), 'partly-cloudy-night');
    for (const sky of SKIES) assert.ok(nightWords(sky).startsWith('Nuit'), sky);
  });
});
