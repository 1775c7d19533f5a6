// Links of a body get new addresses, and nothing else of it changes.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { rewriteLinks } from './rewrite-links.ts';

const renamed = (body: string) =>
  rewriteLinks(body, address =>
    address.startsWith('port.md') ? address.replace('port.md', 'quai.md') : null,
  );

it('a link gets its new address, with its title and what follows', () => {
  assert.equal(
    renamed('Voir [le port](port.md#partie-a "Le port").'),
    'Voir [le port](quai.md#partie-a "Le port").',
  );
  assert.equal(renamed('Voir [a](<port.md>) et ([b](port.md)).'), 'Voir [a](<quai.md>) et ([b](quai.md)).');
  assert.equal(renamed('Voir [a][1].\r\n\r\n[1]: port.md\r\n'), 'Voir [a][1].\r\n\r\n[1]: quai.md\r\n');
});

it('what only looks like a link stays', () => {
  for (const body of [
    'Écrivez `[a](port.md)`.',
    '```\n[a](port.md)\n```\n',
    'Le fichier port.md et \\[a](port.md).',
    '![Un quai](port.md)',
    '[a](autre.md)',
  ])
    assert.equal(renamed(body), body);
});

it('a link beside code changes, and the code does not', () => {
  assert.equal(renamed('`[a](port.md)` [a](port.md)'), '`[a](port.md)` [a](quai.md)');
});

it('an escaped sign in an address means the sign', () => {
  assert.equal(
    rewriteLinks('[a](un\\_port.md)', address => (address === 'un_port.md' ? 'quai.md' : null)),
    '[a](quai.md)',
  );
});
