import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { howMany } from '../../tests/soak/how-many.ts';
import { MAX_SLUG_LENGTH, SLUG_PATTERN, slugify, slugMistake, slugOfFile } from './slug.ts';

test('a French title becomes an address', () => {
  const titles: readonly (readonly [string, string])[] = [
    ['Élection présidentielle', 'election-presidentielle'],
    ["L’été au cœur de l'Œuvre", 'l-ete-au-coeur-de-l-oeuvre'],
    ['Chine\u00a0: « 14\u202f% » de hausse\u202f!', 'chine-14-de-hausse'],
    ['Ænigme & Straße à Łódź, Øresund', 'aenigme-et-strasse-a-lodz-oresund'],
    ['Nº 1 – le 1er', 'no-1-le-1er'],
    ['中国', ''],
    ['…', ''],
    ['CON', 'article-con'],
    [`${'mot '.repeat(40)}`, 'mot-'.repeat(25).slice(0, -1)],
    ['x'.repeat(150), 'x'.repeat(100)],
  ];
  for (const [title, slug] of titles) assert.equal(slugify(title), slug, title);
});

test('the slug of any text is a valid slug or empty, and its own slug', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), text => {
      const slug = slugify(text);
      assert.equal(slugify(slug), slug);
      assert.ok(slug.length <= MAX_SLUG_LENGTH + 'article-'.length);
      if (slug === '') return;
      assert.match(slug, SLUG_PATTERN);
      assert.equal(slugMistake(slug), null);
    }),
    howMany('file names'),
  );
});

test('a file’s name that makes no address is a problem, and the message gives one that does', () => {
  const names: readonly (readonly [string, string])[] = [
    ['Élection présidentielle.md', '«\u00a0election-presidentielle.md\u00a0»'],
    ['port_rouvert.md', '«\u00a0port-rouvert.md\u00a0»'],
    ['Port.md', '«\u00a0port.md\u00a0»'],
    ['port--neuf.md', '«\u00a0port-neuf.md\u00a0»'],
    ['-port.md', '«\u00a0port.md\u00a0»'],
    ['port.fr.md', '«\u00a0port-fr.md\u00a0»'],
    ['port.MD', '«\u00a0port.md\u00a0»'],
    ['con.md', 'réservé par Windows'],
    ['aux.md', '«\u00a0article-aux.md\u00a0»'],
    ['com1.md', '«\u00a0article-com1.md\u00a0»'],
    ['.md', 'titre-court.md'],
    ['中国.md', 'titre-court.md'],
    ['..md', 'titre-court.md'],
    [`${'a'.repeat(101)}.md`, '100 caractères'],
  ];
  for (const [name, fragment] of names) {
    const { mistake } = slugOfFile(`articles/2014/${name}`);
    assert.ok(mistake !== null, name);
    assert.ok(mistake.message.includes(fragment), `${name}: ${mistake.message}`);
    assert.equal(mistake.rule, 'bad-slug');
  }
});

test('a valid file’s name is the slug, in any folder', () => {
  assert.deepEqual(slugOfFile('articles/Été/port-2014.md'), { slug: 'port-2014', mistake: null });
  assert.deepEqual(slugOfFile('con-2.md'), { slug: 'con-2', mistake: null });
});
