import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { howMany } from '../../tests/soak/how-many.ts';
import { drawLocatorMap } from './draw-locator-map.ts';
import { findPlace } from './gazetteer.ts';
import { locatorMapFile, locatorMapView } from './locator-map.ts';

const named = (name: string) => [findPlace(name)!, name] as const;
const altOf = (name: string): string => locatorMapView(...named(name)).alt;
const anywhere = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('who does not see a locator map', () => {
  it('hears the place and its country', () => {
    assert.equal(altOf('Bamako'), 'Carte de situation\u00a0: Bamako (Mali).');
    assert.equal(altOf('Le Caire'), 'Carte de situation\u00a0: Le Caire (Égypte).');
    assert.equal(altOf('Abidjan'), 'Carte de situation\u00a0: Abidjan (Côte d’Ivoire).');
    assert.equal(altOf('Tripoli (Liban)'), 'Carte de situation\u00a0: Tripoli (Liban).');
  });

  it('hears the name once when place and country have the same', () => {
    assert.equal(altOf('Singapour'), 'Carte de situation\u00a0: Singapour.');
  });

  it('hears no country when the world does not agree on one', () => {
    assert.equal(altOf('Jérusalem'), 'Carte de situation\u00a0: Jérusalem.');
    const crimea = locatorMapView({ latitude: 44.95, longitude: 34.1 }, 'Simferopol');
    assert.equal(crimea.alt, 'Carte de situation\u00a0: Simferopol.');
  });

  it('hears the country of a place that only has coordinates, and the coordinates of one without a name', () => {
    const ansongo = { latitude: 15.66, longitude: 0.5 };
    assert.equal(locatorMapView(ansongo, 'Ansongo').alt, 'Carte de situation\u00a0: Ansongo (Mali).');
    assert.equal(
      locatorMapView(ansongo, null).alt,
      'Carte de situation\u00a0: 15,66°\u00a0N, 0,5°\u00a0E (Mali).',
    );
    const atSea = { latitude: -40, longitude: -120 };
    assert.equal(locatorMapView(atSea, null).alt, 'Carte de situation\u00a0: 40°\u00a0S, 120°\u00a0O.');
  });
});

describe('the address of a locator map', () => {
  it('leads to a symbol within a file under /images/', () => {
    const { url, width, height, label } = locatorMapView(...named('Bamako'));
    assert.match(url, /^\/images\/[\w/-]+\.svg#carte$/);
    assert.equal(url, `${locatorMapFile(...named('Bamako'))}#carte`);
    assert.deepEqual({ width, height, label }, { width: 400, height: 300, label: 'Bamako' });
  });

  it('changes with the place, its name and its country, and with nothing else', () => {
    const point = { latitude: 12.64, longitude: -8 };
    const files = [
      locatorMapFile(point, 'Bamako'),
      locatorMapFile(point, null),
      locatorMapFile({ ...point, country: null }, 'Bamako'),
      locatorMapFile({ ...point, country: 'ML' }, 'Bamako'),
      locatorMapFile({ ...point, latitude: 12.65 }, 'Bamako'),
    ];
    assert.equal(new Set(files).size, files.length);
    assert.equal(locatorMapFile({ ...point }, 'Bamako'), files[0]);
  });
});

describe('the file of a locator map', () => {
  it('is the symbol that pages show, and shows it when it is opened by itself', () => {
    const svg = drawLocatorMap(...named('Bamako'));
    assert.match(
      svg,
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 400 300" [^>]*><title>Carte/,
    );
    assert.match(svg, /<symbol id="carte" viewBox="0 0 400 300">/);
    assert.match(svg, /<\/symbol><use href="#carte"\/><\/svg>\n$/);
  });

  it('takes every colour from the page, and has one of its own for when there is no page', () => {
    const svg = drawLocatorMap(...named('Pékin'));
    const colours = [...svg.matchAll(/ (?:fill|stroke)="([^"]*)"/g)].map(match => match[1]!);
    for (const colour of colours) assert.match(colour, /^(?:none|var\(--map-[a-z]+,#[\da-f]{3,6}\))$/);
    const properties = new Set(colours.flatMap(colour => /--map-[a-z]+/.exec(colour) ?? []));
    assert.deepEqual([...properties].sort(), [
      '--map-border',
      '--map-country',
      '--map-land',
      '--map-point',
      '--map-quiet',
      '--map-sea',
      '--map-text',
    ]);
  });

  it('loads nothing and runs nothing, whatever the place is called', () => {
    const svg = drawLocatorMap({ latitude: 5, longitude: 5 }, '<script>alert("&")</script>');
    assert.doesNotMatch(svg, /<script|https?:(?!\/\/www\.w3\.org)|url\(/);
    assert.match(svg, /&lt;script&gt;/);
  });

  it('is small: less than 13 kB, and 5 kB as it travels, wherever it is', () => {
    // Coasts with many islands, and borders with many bends.
    for (const name of [
      'Ottawa',
      'Nuuk',
      'Kiruna',
      'Pékin',
      'Haikou',
      'Washington',
      'Jakarta',
      'Vatican',
      'Athènes',
    ]) {
      const svg = drawLocatorMap(...named(name));
      assert.ok(svg.length <= 13_000, `${name}: ${svg.length} bytes`);
      assert.ok(brotliCompressSync(svg).length <= 5000, `${name}: ${brotliCompressSync(svg).length} bytes`);
    }
  });

  it('is the same whenever it is drawn', () => {
    assert.equal(drawLocatorMap(...named('Suva')), drawLocatorMap(...named('Suva')));
  });

  it('can be drawn of any point on Earth, under any name', () => {
    const name = fc.option(fc.string({ unit: 'grapheme', maxLength: 80 }));
    fc.assert(
      fc.property(anywhere, name, (point, label) => {
        const svg = drawLocatorMap(point, label);
        assert.doesNotMatch(svg, /NaN|undefined|Infinity|null/);
        assert.match(svg, /<circle cx="[\d.]+" cy="[\d.]+" r="4\.5"/);
      }),
      howMany('drawn maps'),
    );
  });
});
