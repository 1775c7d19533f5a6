import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HOUR } from '../time/durations.ts';
import { zoneOffset } from '../time/zone-offset.ts';
import { canBeOffset, zoneNear } from './city-zone.ts';

const SUMMER = Date.parse('2026-07-01T12:00:00Z');
const WINTER = Date.parse('2026-01-01T12:00:00Z');

describe('the clocks of a place', () => {
  it('can be those of any zone that people live in, summer and winter', () => {
    const places: readonly (readonly [zone: string, longitude: number])[] = [
      ['Asia/Shanghai', 75.99], // Kachgar
      ['Europe/Madrid', -8.72], // Vigo
      ['America/Nuuk', -51.74],
      ['Pacific/Kiritimati', -157.4],
      ['Pacific/Apia', -171.77],
      ['Pacific/Chatham', -176.5],
      ['America/Adak', -176.66],
      ['Asia/Kolkata', 97.4], // Tezu
      ['America/Argentina/Ushuaia', -68.3],
      ['Asia/Kamchatka', 158.65],
    ];
    for (const [zone, longitude] of places)
      for (const now of [SUMMER, WINTER]) assert.ok(canBeOffset(zoneOffset(now, zone), longitude), zone);
  });

  it('cannot be those of the other side of the world', () => {
    assert.ok(!canBeOffset(-4 * HOUR, 116.4));
    assert.ok(!canBeOffset(8 * HOUR, 2.35));
    assert.ok(!canBeOffset(0, -157.4));
  });

  it('are the portal’s where its sun is near, and else those of ships', () => {
    assert.equal(zoneNear(104.07, 'Asia/Shanghai', SUMMER), 'Asia/Shanghai');
    assert.equal(zoneNear(2.35, 'Europe/Paris', SUMMER), 'Europe/Paris');
    assert.equal(zoneNear(2.35, 'Asia/Shanghai', SUMMER), 'UTC');
    assert.equal(zoneNear(-74, 'Europe/Paris', SUMMER), 'Etc/GMT+5');
    assert.equal(zoneNear(139.7, 'Europe/Paris', SUMMER), 'Etc/GMT-9');
    assert.equal(zoneOffset(SUMMER, 'Etc/GMT-9'), 9 * HOUR);
  });
});
