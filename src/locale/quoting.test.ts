import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cliWords } from './cli-words.ts';
import { problemMessages } from './problem-messages.ts';
import { quoting } from './quoting.ts';

const words = quoting({
  plain: 'Rien.',
  named: (name: string, count: number, closest: string | null) => `${name} ${count} ${closest}`,
  listed: (names: readonly string[]) => names.join(', '),
  deeper: { named: (name: string) => name },
});

test('words get what they quote without what could move a terminal’s cursor or begin a line', () => {
  assert.equal(words.named('a\u001b[2J\n\u202eb', 2, null), 'a\ufffd[2J\ufffd\ufffdb 2 null');
  assert.equal(words.listed(['a\u009b', '\u0007b']), 'a\ufffd, \ufffdb');
  assert.equal(words.deeper.named('\r'), '\ufffd');
  assert.equal(words.plain, 'Rien.');
});

test('words get no more than the beginning of what they quote', () => {
  assert.equal(words.deeper.named('x'.repeat(100_000)), `${'x'.repeat(299)}…`);
  assert.ok(problemMessages.unknownTopic('x'.repeat(100_000), '').length < 500);
});

test('so do those of the commands', () => {
  assert.equal(
    cliWords.usage.unexpected('\u001b]0;a\u0007'),
    '«\u00a0\ufffd]0;a\ufffd\u00a0» est de trop ici.',
  );
  assert.match(cliWords.unusedMedia(['a\u001b[2J\n.jpg']), /\n {2}a\ufffd\[2J\ufffd\.jpg$/);
});
