import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { howMany } from '../../tests/soak/how-many.ts';
import { breaks } from '../problem/rule.ts';
import { readYaml } from './read-yaml.ts';

const schema = z.strictObject({
  title: z.string().min(1).max(30),
  count: z.int().min(0).max(9).optional(),
  rate: z.number().multipleOf(0.5).optional(),
  shown: z.boolean().optional(),
  state: z.enum(['open', 'closed']).optional(),
  image: z.strictObject({ src: z.string(), alt: z.string() }).optional(),
  topics: z.array(z.string()).min(1).max(3).optional(),
  flash: z.union([z.literal(true), z.string().max(5), z.strictObject({ text: z.string() })]).optional(),
  code: z
    .string()
    .regex(/^[a-z]+$/)
    .optional(),
  own: z
    .string()
    .refine(text => text === 'oui', { message: 'Écrivez oui.', params: breaks('locale') })
    .optional(),
  silent: z
    .string()
    .refine(text => text === 'oui')
    .optional(),
  table: z.record(z.string(), z.number()).optional(),
  mail: z.email().optional(),
});

const read = (text: string) => readYaml(text, schema, { file: '_data/x.yaml', firstLine: 1 });

test('YAML and JSON give the same value', () => {
  const value = {
    title: 'Le port',
    count: 3,
    shown: true,
    topics: ['a', 'b'],
    image: { src: 'x', alt: 'y' },
  };
  const yaml = 'title: Le port\ncount: 3\nshown: true\ntopics: [a, b] # deux\nimage:\n  src: x\n  alt: y\n';
  assert.deepEqual(read(yaml), { ok: true, value });
  assert.deepEqual(read(JSON.stringify(value, null, '\t')), { ok: true, value });
});

test('dates stay as they are written', () => {
  assert.deepEqual(read('title: 2014-05-20'), { ok: true, value: { title: '2014-05-20' } });
});

test('a list at the top is read where a list is expected', () => {
  assert.deepEqual(readYaml('- a\n- b\n', z.array(z.string()), { file: 'f', firstLine: 1 }), {
    ok: true,
    value: ['a', 'b'],
  });
});

test('lines are counted from the text’s first line in the file', () => {
  const checked = readYaml('title: x\nfoo: y', schema, { file: 'f', firstLine: 10 });
  assert.deepEqual(checked.ok ? [] : checked.problems.map(({ line, column }) => [line, column]), [[11, 1]]);
});

/** The text, then « line:column rule » and a fragment of the message, for each problem in order. */
const mistakes: readonly (readonly [string, ...(readonly [string, string])[]])[] = [
  // Syntax.
  ['title: Chine : le port', ['1:8 yaml-colon', 'title: "Chine : le port"']],
  ['title: Il a dit "oui": fin', ['1:8 yaml-colon', `'Il a dit "oui": fin'`]],
  ['title: "Il dit "non" hier"', ['1:16 yaml-quotes', 'se ferme à ce "']],
  ["title: 'L'accord'", ['1:10 yaml-quotes', 'apostrophe ’']],
  ['title: "Le port\ncount: 3', ['1:8 yaml-quotes', 'jamais fermé']],
  ['title: "Le port\nstate: "open"', ['1:8 yaml-quotes', 'jamais fermé']],
  ["title: 'Le port\ncount: 3", ['1:8 yaml-quotes', 'jamais fermé']],
  ['title: "Le port', ['1:8 yaml-quotes', 'jamais fermé']],
  ['title: x\ntopics:\n  - "a\n  - b', ['3:5 yaml-quotes', 'jamais fermé']],
  ['title:Le port\ncount: 3', ['1:7 yaml-space', 'title: …']],
  ['count: 3\ntitle:Le port\nstate: open', ['2:7 yaml-space', 'espace ordinaire']],
  ['title:\u00a0Le port\ncount: 3', ['1:7 yaml-space', 'espace ordinaire']],
  ['title: @monde', ['1:8 yaml-reserved', 'title: "@monde"']],
  ['title: `a', ['1:8 yaml-reserved', 'guillemets']],
  ['title: %a', ['1:8 yaml-reserved', 'guillemets']],
  ['title: - a', ['1:8 yaml-reserved', 'guillemets']],
  ['title: | a', ['1:8 yaml-reserved', 'guillemets']],
  ['title: ]', ['1:8 yaml-reserved', 'guillemets']],
  ['title: [Exclusif] Le port', ['1:8 yaml-reserved', 'title: "[Exclusif] Le port"']],
  ['title: {a} b', ['1:8 yaml-reserved', 'groupe de champs']],
  ['title: x\ntopics: [a, b', ['2:9 yaml-bracket', '«\u00a0[\u00a0» n’est jamais fermé']],
  ['topics: [a, b\ntitle: x', ['1:9 yaml-bracket', 'n’est jamais fermé']],
  ['title: x\ntopics: [a]]\ncount: 3', ['2:12 yaml-bracket', 'ne ferme rien']],
  ['title: x\n? [a]\n: b', ['2:1 yaml-syntax', 'simple mot']],
  ['title: x\nimage: {src: a', ['2:8 yaml-bracket', '«\u00a0{\u00a0» n’est jamais fermé']],
  ['title: x\ntopics: [a,,b]', ['2:12 yaml-comma', 'de trop']],
  ['{"title": "x" "count": 3}', ['1:15 yaml-comma', 'virgule']],
  ['title: x\nimage:\n\tsrc: a', ['3:1 yaml-tab', 'deux espaces']],
  ['\ttitle: x', ['1:1 yaml-tab', 'tabulation']],
  ['title: x\n count: 3', ['2:2 yaml-indent', 'alignée']],
  [' title: x\ncount: 3', ['2:1 yaml-indent', 'alignée']],
  ['topics:\n  - b\n title: x', ['3:2 yaml-indent', 'alignée']],
  ['title: x\n- a', ['2:1 yaml-indent', 'alignée']],
  ['title: x\nLe port rouvre\ncount: 3', ['2:1 yaml-syntax', 'ni un champ']],
  ['title: |\n  x\ny', ['3:1 yaml-syntax', 'ni un champ']],
  ['? [a]\n: b', ['1:1 yaml-syntax', 'simple mot']],
  ['{"title": "x"}}', ['1:15 yaml-syntax', 'YAML']],
  ['title: "\\q"', ['1:9 yaml-escape', 'guillemets simples']],
  ['title: "\\x0"', ['1:9 yaml-escape', 'guillemets simples']],
  ['title: "a\\x00b"', ['1:8 control-character', 'caractère nul']],
  ['title: "a\\u202Eb"', ['1:8 control-character', 'sens d’écriture']],
  ['title: "a\\ud83d"', ['1:8 control-character', 'incomplet']],
  ['title: a\0', ['1:9 control-character', 'caractère de contrôle']],
  ['title: Le tube #1 de l’été', ['1:16 yaml-comment', 'serait perdu']],
  ['title: #Cannes', ['1:8 yaml-comment', 'serait perdu']],
  ['title: # 1 des ventes', ['1:8 yaml-comment', 'serait perdu']],
  ['topics:\n  - a\n  - #b', ['3:5 yaml-comment', 'serait perdu']],
  ['topics:\n\n  - #b', ['3:5 yaml-comment', 'serait perdu']],
  ['topics: [a, #b]\ntitle: x', ['1:13 yaml-comment', 'serait perdu']],
  ['topics: [a, b', ['1:9 yaml-bracket', 'jamais fermé']],
  ['topics: [a, b\n', ['1:9 yaml-bracket', 'jamais fermé']],
  ['topics: [#a, b]', ['1:10 yaml-comment', 'serait perdu']],
  ['image: { src: a, alt: #b }', ['1:23 yaml-comment', 'serait perdu']],
  ['title: !!js/function "x"', ['1:8 yaml-tag', '!!js/function']],
  ['title: !!binary aGk=', ['1:8 yaml-tag', '!!binary']],
  ['title: !x y', ['1:8 yaml-tag', 'guillemets']],
  ['!!map\ntitle: x', ['1:1 yaml-tag', '!!map']],
  ['title: *important*', ['1:8 yaml-alias', 'guillemets']],
  ['title: &a x\nstate: *a', ['1:8 yaml-alias', '&a'], ['2:8 yaml-alias', '*a']],
  [
    'a: &a [x, x]\nb: &b [*a, *a]',
    ['1:4 yaml-alias', '&a'],
    ['2:4 yaml-alias', '&b'],
    ['2:8 yaml-alias', '*a'],
    ['2:12 yaml-alias', '*a'],
  ],
  ['title: x\ntitle: y', ['2:1 duplicate-key', 'à la ligne 1']],
  [
    'title: x\nimage:\n  src: a\n  src: b\ntitle: y',
    ['4:3 duplicate-key', 'à la ligne 3'],
    ['5:1 duplicate-key', 'à la ligne 1'],
  ],
  ['{"title": "x", "title": "y"}', ['1:16 duplicate-key', 'title']],
  ['title: x\n---\ntitle: y', ['2:1 yaml-documents', 'second document']],
  ['title: x\n...\ntitle: y', ['2:1 yaml-documents', 'second document']],
  [`title: ${'['.repeat(40)}`, ['1:23 yaml-depth', 'simplifiez']],
  [`title: ${'{a: '.repeat(100)}`, ['1:65 yaml-depth', 'simplifiez']],
  // Content.
  ['', ['1:1 empty-file', 'rien']],
  ['# rien\n', ['1:1 empty-file', 'rien']],
  ['- a\n- b', ['1:1 not-a-mapping', 'nom: valeur']],
  ['Bonjour', ['1:1 not-a-mapping', 'nom: valeur']],
  ['null', ['1:1 not-a-mapping', 'nom: valeur']],
  ['{}', ['1:1 missing-field', '«\u00a0title\u00a0»']],
  [
    'titel: x',
    ['1:1 missing-field', 'title'],
    ['1:1 unknown-field', 'vouliez-vous dire «\u00a0title\u00a0»'],
  ],
  ['title: x\nmeteo: y', ['2:1 unknown-field', 'les champs possibles ici sont']],
  ['title\u00a0: x', ['1:1 missing-field', 'title'], ['1:1 unknown-field', 'espace insécable']],
  ['title: x\n__proto__:\n  a: b', ['2:1 unknown-field', '__proto__']],
  ['title: x\nconstructor: y', ['2:1 unknown-field', 'constructor']],
  ['title: x\n<<: {count: 3}', ['2:1 unknown-field', '<<']],
  ['title:', ['1:1 empty-field', 'est vide']],
  ['title: ""', ['1:8 empty-field', 'est vide']],
  ['title: ~', ['1:8 empty-field', 'est vide']],
  ['title: 2014', ['1:8 wrong-type', 'title: "2014"']],
  ['title: true', ['1:8 wrong-type', 'title: "true"']],
  ['title: [a]', ['1:8 wrong-type', 'et non une liste']],
  ['title: {a: b}', ['1:8 wrong-type', 'et non un groupe de champs']],
  [`title: ${'x'.repeat(31)}`, ['1:8 too-long', 'au plus 30 caractères et en a 31']],
  ['title: x\ncount: douze', ['2:8 wrong-type', 'un nombre']],
  ['title: x\ncount: 1.5', ['2:8 wrong-type', 'nombre entier']],
  ['title: x\ncount: "1"', ['2:8 wrong-type', 'sans guillemets']],
  ['title: x\ncount: 10', ['2:8 too-large', 'au plus 9']],
  ['title: x\ncount: -1', ['2:8 too-small', 'au moins 0']],
  ['title: x\nrate: 0.7', ['2:7 wrong-type', 'multiple de 0.5']],
  ['title: x\nrate: .nan', ['2:7 wrong-type', 'un nombre']],
  ['title: x\nshown: oui', ['2:8 wrong-type', 'shown: true']],
  ['title: x\nstate: opne', ['2:8 not-in-list', 'vouliez-vous dire «\u00a0open\u00a0»']],
  ['title: x\nstate: autre', ['2:8 not-in-list', '«\u00a0open\u00a0», «\u00a0closed\u00a0»']],
  ['title: x\nimage: a.jpg', ['2:8 wrong-type', 'deux espaces de retrait']],
  [
    'title: x\nimage:\n  src: a\n  altt: b',
    ['3:3 missing-field', 'dans «\u00a0image\u00a0»'],
    ['4:3 unknown-field', '«\u00a0alt\u00a0»'],
  ],
  ['title: x\ntopics: a', ['2:9 wrong-type', 'topics: [a]']],
  ['title: x\ntopics: []', ['2:9 too-few', 'au moins 1 élément']],
  ['title: x\ntopics: [a, b, c, d]', ['2:9 too-many', 'au plus 3 éléments']],
  [
    'title: x\ntopics:\n  - a\n  - [b]\n  - 1',
    ['4:5 wrong-type', 'nº\u00a02'],
    ['5:5 wrong-type', 'nº\u00a03'],
  ],
  ['title: x\nflash: trop long', ['2:8 too-long', 'au plus 5']],
  ['title: x\nflash: 12', ['2:8 wrong-type', 'un texte ou un groupe de champs']],
  [
    'title: x\nflash: {txt: a}',
    ['2:8 missing-field', '«\u00a0text\u00a0»'],
    ['2:9 unknown-field', '«\u00a0text\u00a0»'],
  ],
  ['title: x\ncode: A1', ['2:7 bad-format', 'la forme attendue']],
  ['title: x\nmail: moi', ['2:7 bad-format', 'la forme attendue']],
  ['title: x\nown: non', ['2:6 locale', 'Écrivez oui.']],
  ['title: x\nsilent: non', ['2:9 invalid-value', 'la forme attendue']],
  ['title: x\ntable: {a: b}', ['2:12 wrong-type', 'un nombre']],
];

/** A message without the quotations from the editor's file. */
const withoutQuotations = (message: string) => message.replace(/«\u00a0.*?\u00a0»/gs, '');
const english = /\b(?:expected|invalid|must|unexpected|received|found|cannot|unknown|input)\b/i;

for (const [text, ...expected] of mistakes) {
  test(`${JSON.stringify(text).slice(0, 60)} is ${expected.map(([position]) => position).join(' and ')}`, () => {
    const checked = read(text);
    assert.ok(!checked.ok);
    const found = checked.problems.map(({ line, column, rule }) => `${line}:${column} ${rule}`);
    assert.deepEqual(
      found,
      expected.map(([position]) => position),
      checked.problems.map(p => p.message).join('\n'),
    );
    expected.forEach(([, fragment], index) => {
      const message = checked.problems[index]?.message ?? '';
      assert.ok(message.includes(fragment), message);
      assert.match(message, /^[A-ZÉÀ«].*[.?]$/s, message);
      assert.doesNotMatch(withoutQuotations(message), / [:;!?»]|« |\p{L}'\p{L}/u, message);
      assert.doesNotMatch(withoutQuotations(message), english, message);
    });
  });
}

test('no text makes readYaml throw, and every problem has a position within the text, in French', () => {
  const pieces = fc.constantFrom(
    ...[
      'title',
      'image',
      ': ',
      ':',
      '\n',
      '  ',
      '\t',
      '- ',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      ',',
      '|',
      '>',
      '&a',
      '*a',
      '!t',
    ],
    ...[
      '#',
      ' #',
      '---\n',
      '...\n',
      '%TAG',
      '?',
      '\\',
      'é',
      '🎉',
      '1',
      'true',
      'null',
      '~',
      '<<',
      '__proto__',
      '@',
      '`',
    ],
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 3 })), { maxLength: 30 }), words => {
      const text = words.join('');
      const checked = read(text);
      if (checked.ok) return;
      assert.ok(checked.problems.length > 0);
      const lines = text.split('\n');
      for (const { line, column, message } of checked.problems) {
        assert.ok(line >= 1 && line <= lines.length, `${line} of ${lines.length}`);
        assert.ok(
          column >= 1 && column <= (lines[line - 1]?.length ?? 0) + 1,
          `column ${column}: ${message}`,
        );
        assert.doesNotMatch(withoutQuotations(message), english, message);
      }
    }),
    howMany('YAML texts'),
  );
});
