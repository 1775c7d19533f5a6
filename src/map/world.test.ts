import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { geoContains } from 'd3-geo';
import { countryName } from './country-names.ts';
import { places } from './gazetteer.ts';
import { SEAS } from './seas.ts';
import { capsMeet, direction } from './sphere.ts';
import { countryAt, world } from './world.ts';

const codeAt = (latitude: number, longitude: number, expected: string | null = null): string | null =>
  countryAt([longitude, latitude], expected)?.country.code ?? null;

describe('the country at a point', () => {
  it('is the one whose land it is', () => {
    assert.equal(codeAt(12.64, -8), 'ML');
    assert.equal(codeAt(48.86, 2.35), 'FR');
    assert.equal(codeAt(67, 180), 'RU');
    assert.equal(codeAt(67, -180), 'RU');
    assert.equal(codeAt(-90, 0), 'AQ');
  });

  it('is none at sea, but for what is just off a coast', () => {
    assert.equal(codeAt(0, -30), null);
    assert.equal(codeAt(1.3, 103.85), 'SG');
  });

  it('is the one that is expected when it is near: on a border, within another, on an island off the atlas’s coast', () => {
    assert.equal(codeAt(41.9, 12.45), 'IT');
    assert.equal(codeAt(41.9, 12.45, 'VA'), 'VA');
    assert.equal(codeAt(48.86, 2.35, 'VA'), 'FR');
  });

  it('is known for lands that the atlas draws apart', () => {
    assert.equal(codeAt(9.56, 44.06), 'SO');
    assert.equal(codeAt(42.66, 21.17), 'XK');
  });

  it('is none where the world does not agree on one', () => {
    assert.equal(countryAt([34.1, 44.95])?.country.code, null);
  });
});

describe('the atlas', () => {
  it('has a name in French for each country', () => {
    const names = world().countries.flatMap(({ code }) => (code === null ? [] : [countryName(code)]));
    assert.ok(names.length > 200);
    for (const name of names) assert.match(name, /^\p{Lu}[^']*\p{L}\)?$/u);
    assert.equal(new Set(names).size, names.length - 1, 'Saint-Martin is two');
  });

  it('bears the gazetteer out: every place lies in its country, or just off its coast', () => {
    const drawn = new Set(world().countries.map(({ code }) => code));
    const elsewhere = places.filter(
      ({ latitude, longitude, country }) =>
        country !== null && drawn.has(country) && codeAt(latitude, longitude, country) !== country,
    );
    // A town within another country, and islands too small to be drawn.
    assert.deepEqual(
      elsewhere.map(({ name }) => name),
      ['Melilla', 'Lampedusa', 'Adamstown'],
    );
  });

  it('has waters, and no land, where names of waters may stand', () => {
    for (const [name, ...circles] of SEAS)
      for (const [latitude, longitude] of circles) {
        const here = { centre: direction([longitude, latitude]), radius: 0 };
        const coordinates = world()
          .lands.filter(({ cap }) => capsMeet(cap, here))
          .map(({ rings }) => rings);
        const onLand = geoContains({ type: 'MultiPolygon', coordinates }, [longitude, latitude]);
        assert.ok(!onLand, `${name}: ${latitude}, ${longitude}`);
      }
  });
});
