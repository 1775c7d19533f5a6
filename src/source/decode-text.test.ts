import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { howMany } from '../../tests/soak/how-many.ts';
import { acceptedText, decodeText } from './decode-text.ts';

const encode = (text: string) => new TextEncoder().encode(text);

function problemOf(bytes: Uint8Array) {
  const read = decodeText(bytes, 'a.md');
  assert.ok(!read.ok);
  return read.problems.map(({ line, column, rule }) => `${line}:${column} ${rule}`);
}

test('line ends of every system and a byte order mark are accepted', () => {
  assert.deepEqual(decodeText(encode('\ufeffun\r\ndeux\rtrois\n'), 'a.md'), {
    ok: true,
    value: 'un\ndeux\ntrois\n',
  });
});

test('French texts with tabs, emoji and no-break spaces are accepted', () => {
  const text = 'L’été\t: « œuvre »\u202f! 🎉\u00a0ok';
  assert.deepEqual(decodeText(encode(text), 'a.md'), { ok: true, value: text });
});

test('letters that were typed apart from their accent are whole letters', () => {
  const typed = 'Le métro de Nîmes, 한국, ガ';
  assert.deepEqual(decodeText(encode(typed.normalize('NFD')), 'a.md'), { ok: true, value: typed });
  assert.equal(acceptedText(typed.normalize('NFD')), typed);
});

test('a noncharacter beyond the first plane is a problem', () => {
  assert.deepEqual(problemOf(encode('a\u{1fffe}')), ['1:2 control-character']);
});

test('bytes that are not UTF-8 are a problem where they begin', () => {
  assert.deepEqual(problemOf(Uint8Array.from([0x61, 0x0d, 0x0a, 0xc3, 0xa9, 0xe9, 0x61])), ['2:2 not-utf-8']);
  assert.deepEqual(problemOf(Uint8Array.from([0xe9])), ['1:1 not-utf-8']);
  assert.deepEqual(problemOf(Uint8Array.from([0x61, 0xc3])), ['1:2 not-utf-8']);
});

test('a file in UTF-16 is named as such', () => {
  const read = decodeText(Uint8Array.from([0xff, 0xfe, 0x61, 0x00]), 'a.md');
  assert.match(read.ok ? '' : (read.problems[0]?.message ?? ''), /UTF-16/);
});

test('invisible characters are problems at their position, one for each line', () => {
  for (const sign of [
    '\0',
    '\x07',
    '\x0b',
    '\x0c',
    '\x7f',
    '\x85',
    '\x9c',
    '\u200f',
    '\u202e',
    '\u2066',
    '\u2028',
    '\ufffe',
    '\uffff',
    '\ufdd0',
    '\ufdef',
  ]) {
    assert.deepEqual(
      problemOf(encode(`un\nde${sign}ux${sign}`)),
      ['2:3 control-character'],
      JSON.stringify(sign),
    );
  }
  assert.deepEqual(problemOf(encode('a\ufeffb')), ['1:2 control-character']);
});

test('a binary file gives a list of problems that is short enough to read', () => {
  assert.equal(problemOf(encode('\x01\n'.repeat(1000))).length, 20);
});

test('no bytes make the decoder throw, and every problem has a position within the file', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
      const read = decodeText(bytes, 'a.md');
      const lines = Buffer.from(bytes)
        .toString('latin1')
        .split(/\r\n?|\n/).length;
      if (!read.ok)
        for (const { line, column } of read.problems) assert.ok(line >= 1 && line <= lines && column >= 1);
    }),
    howMany('bytes of texts'),
  );
});
