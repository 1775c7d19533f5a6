import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { howMany } from '../../tests/soak/how-many.ts';
import type { Box } from './cell-grid.ts';
import { findPlace } from './gazetteer.ts';
import { type MapLayout, mapLayout } from './map-layout.ts';

const layoutOf = (name: string): MapLayout => mapLayout(findPlace(name)!, name);
const namesOn = ({ names }: MapLayout): readonly string[] =>
  names.map(({ lines }) => lines.join(' ').replace('- ', '-'));

/** In the order of the layout; the name of the place first, if it has one. */
function boxesOf({ label, names, globe, scale }: MapLayout): readonly Box[] {
  return [label, globe, scale, ...names].flatMap(thing => (thing ? [thing.box] : []));
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function onMap({ x, y, width, height }: Box): boolean {
  return x >= 0 && y >= 0 && x + width <= 400 && y + height <= 300;
}

describe('a map of a place', () => {
  it('names its country and the neighbours', () => {
    const names = namesOn(layoutOf('Bamako'));
    assert.equal(names[0], 'Mali');
    for (const neighbour of ['Mauritanie', 'Algérie', 'Niger', 'Guinée', 'Sénégal', 'Burkina Faso'])
      assert.ok(names.includes(neighbour), neighbour);
  });

  it('shows the whole country, with the islands that belong to it', () => {
    const { shapes } = layoutOf('Wellington');
    assert.equal(shapes.lands, '');
    assert.ok(shapes.own.split('M').length >= 3, 'two islands at least');
  });

  it('shows the part around the place of a country that is too large', () => {
    const { dot, names } = layoutOf('Vladivostok');
    assert.ok(dot[0] > 60 && dot[0] < 340 && dot[1] > 45 && dot[1] < 255);
    assert.ok(names.some(({ lines, of }) => of === 'own' && lines[0] === 'Russie'));
    assert.ok(names.some(({ lines }) => lines[0] === 'Chine'));
  });

  it('names waters where they are', () => {
    assert.ok(namesOn(layoutOf('Antananarivo')).includes('Canal du Mozambique'));
    assert.ok(namesOn(layoutOf('Reykjavik')).includes('Océan Atlantique'));
    assert.ok(!namesOn(layoutOf('Singapour')).includes('Océan Indien'));
  });

  it('names overseas lands by their own names', () => {
    assert.ok(namesOn(layoutOf('Cayenne')).includes('Guyane française'));
  });

  it('shows the nearest coast when a country is too small to see', () => {
    assert.ok(namesOn(layoutOf('Malé')).includes('Inde'));
    assert.ok(namesOn(layoutOf('Vatican')).includes('Italie'));
  });

  it('never gives a country the name of another that is too small for the atlas', () => {
    for (const name of ['Gibraltar', 'Melilla']) {
      assert.equal(layoutOf(name).shapes.own, '');
      assert.ok(layoutOf(name).names.every(({ of }) => of !== 'own'));
    }
  });

  it('shows no country as the place’s own when the world does not agree on one', () => {
    const { names, shapes } = layoutOf('Sébastopol');
    assert.equal(shapes.own, '');
    assert.ok(names.every(({ of }) => of !== 'own'));
  });

  it('is whole where the date changes and at the poles', () => {
    assert.equal(namesOn(layoutOf('Suva'))[0], 'Fidji');
    assert.equal(namesOn(layoutOf('Pôle Sud'))[0], 'Antarctique');
    assert.ok(namesOn(mapLayout({ latitude: 90, longitude: 0 }, null)).includes('Océan Arctique'));
  });
});

describe('a name on a map', () => {
  it('stands left of a dot near the right edge, and keeps on the map', () => {
    const { label, dot } = layoutOf('Sydney');
    assert.equal(label?.anchor, 'end');
    assert.ok(label.x < dot[0]);
  });

  it('goes over a few lines when it is long, and ends in an ellipsis when it is longer', () => {
    const { label } = mapLayout(findPlace('Madrid')!, 'Aéroport Adolfo-Suárez de Madrid-Barajas');
    assert.deepEqual(label?.lines, ['Aéroport Adolfo-Suárez', 'de Madrid-Barajas']);
    const longer = mapLayout(findPlace('Madrid')!, 'Anticonstitutionnellement nommée'.repeat(3));
    assert.ok(longer.label?.lines.some(line => line.endsWith('…')));
  });

  it('never leaves the map, nor stands over another, a globe or a scale, wherever the place is', () => {
    const point = fc.record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(
        point,
        fc.constantFrom('Oulan-Bator', 'Saint-Jacques-de-Compostelle', 'Port'),
        (at, name) => {
          const boxes = boxesOf(mapLayout(at, name));
          boxes.forEach((box, index) => {
            assert.ok(onMap(box), JSON.stringify(box));
            for (const other of boxes.slice(index + 1))
              assert.ok(!overlap(box, other), `${JSON.stringify(box)} and ${JSON.stringify(other)}`);
          });
        },
      ),
      howMany('drawn maps'),
    );
  });
});
