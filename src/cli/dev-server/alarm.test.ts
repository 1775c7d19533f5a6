// The alarm rings once, at its instant, and not before.
import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import { DAY, HOUR, MINUTE } from '../../time/durations.ts';
import { type Alarm, alarm } from './alarm.ts';

const NOW = Date.parse('2014-05-20T15:30:00+08:00');

describe('an alarm', () => {
  let rung: number[];
  let bell: Alarm;
  beforeEach(() => {
    mock.timers.reset();
    mock.timers.enable({ apis: ['setTimeout', 'Date'], now: NOW });
    rung = [];
    bell = alarm(() => rung.push(Date.now()));
  });
  const pass = (time: number): void => {
    for (let passed = 0; passed < time; passed += MINUTE) mock.timers.tick(Math.min(MINUTE, time - passed));
  };

  it('rings once, at its instant', () => {
    bell.set(NOW + 90_500);
    mock.timers.tick(90_499);
    assert.deepEqual(rung, []);
    mock.timers.tick(1);
    assert.deepEqual(rung, [NOW + 90_500]);
    pass(HOUR);
    assert.equal(rung.length, 1);
  });

  it('rings after longer than a timer can be', () => {
    bell.set(NOW + 30 * DAY);
    pass(30 * DAY - MINUTE);
    assert.deepEqual(rung, []);
    pass(MINUTE);
    assert.equal(rung.length, 1);
  });

  it('rings within a minute after a sleep of the machine, in which its clock went on', () => {
    bell.set(NOW + HOUR);
    mock.timers.setTime(NOW + 2 * HOUR);
    mock.timers.tick(MINUTE);
    assert.equal(rung.length, 1);
  });

  it('rings for what is over already, but not within the call that sets it', () => {
    bell.set(NOW - HOUR);
    assert.deepEqual(rung, []);
    mock.timers.tick(1);
    assert.equal(rung.length, 1);
  });

  it('forgets the instant before when it is set anew, and any when it is told none', () => {
    bell.set(NOW + MINUTE);
    bell.set(NOW + HOUR);
    pass(2 * MINUTE);
    assert.deepEqual(rung, []);
    bell.set(null);
    pass(DAY);
    assert.deepEqual(rung, []);
  });
});
