import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { howMany } from '../../../tests/soak/how-many.ts';
import { checkBody, findProblems } from './check-body.ts';

const FIRST_LINE = 8;

describe('a mistake is named with its place and how to mend it', () => {
  const rows: readonly (readonly [body: string, rule: string, line: number, column: number, says: string])[] =
    [
      ['Un <b>mot</b>', 'html-in-body', 1, 4, '**texte**'],
      ['a\n\n<div>b</div>', 'html-in-body', 3, 1, 'ligne vide'],
      ['a<br>b', 'html-in-body', 1, 2, 'barre oblique inverse'],
      ['<a href="/b">c</a>', 'html-in-body', 1, 1, '[texte](adresse)'],
      ['<img src="a.jpg">', 'html-in-body', 1, 1, '![description](adresse "Légende")'],
      ['<h2>a</h2>', 'html-in-body', 1, 1, '## Intertitre'],
      ['<script>a</script>', 'html-in-body', 1, 1, 'Ôtez cette balise'],
      ['a </i>', 'html-in-body', 1, 3, '*texte*'],
      ['a <!-- b -->', 'html-in-body', 1, 3, 'commentaire'],
      ['<!-- a\n\nb -->', 'html-in-body', 1, 1, 'commentaire'],
      ['| a |\n|---|\n| <b>c</b> |', 'html-in-body', 3, 3, '**texte**'],
      ['# Titre', 'heading-level', 1, 1, 'niveau 1'],
      ['a\n\nTitre\n=====', 'heading-level', 3, 1, 'niveau 1'],
      ['- # Titre', 'heading-level', 1, 1, 'niveau 1'],
      ['### Bas', 'heading-level', 1, 1, 'au plus le niveau 2'],
      ['## Haut\n\n#### Bas', 'heading-level', 3, 1, 'au plus le niveau 3'],
      ['![](port.jpg)', 'image-alt', 1, 1, '![description](port.jpg)'],
      ['![a](b.jpg) ![ ](c.jpg)', 'image-alt', 1, 13, 'c.jpg'],
      ['[![](a.jpg)](/b)', 'image-alt', 1, 2, 'a.jpg'],
      ['a ![b](https://c.example/d.jpg)', 'image-elsewhere', 1, 3, 'autre site'],
      ['![b](//c.example/d.jpg)', 'image-elsewhere', 1, 1, 'Copiez'],
      ['![b](&sol;&sol;c.example/d.jpg)', 'image-elsewhere', 1, 1, 'autre site'],
      ['![b](\\/\\/c.example/d.jpg)', 'image-elsewhere', 1, 1, 'autre site'],
      ['![b][d]\n\n[d]: https://c.example/d.jpg', 'image-elsewhere', 1, 1, 'autre site'],
      ['[a](javascript:b)', 'link-scheme', 1, 5, '«\u00A0javascript:\u00A0»'],
      ['[a](JavaScript:b)', 'link-scheme', 1, 5, '«\u00A0javascript:\u00A0»'],
      ['![a](data:image/png;base64,b)', 'link-scheme', 1, 6, '«\u00A0data:\u00A0»'],
      ['<ftp://a.example/>', 'link-scheme', 1, 2, '«\u00A0ftp:\u00A0»'],
      ['[a][r]\n\n[r]: file:///b', 'link-scheme', 3, 6, '«\u00A0file:\u00A0»'],
      ['[a](http://)', 'link-scheme', 1, 5, 'mal formée'],
      ['[a](/b#c#d)', 'link-scheme', 1, 5, 'mal formée'],
      ['a[^1]', 'footnote', 1, 2, 'n’est définie nulle part'],
      ['a\n\n[^1]: b', 'footnote', 3, 1, 'rien ne l’appelle'],
      ['a[^1]\n\n[^1]: b\n[^1]: c', 'footnote', 4, 1, 'deux fois'],
      ['a\n\n```\nb', 'code-fence', 3, 1, 'n’est pas fermé'],
      ['~~~~\nb\n~~~', 'code-fence', 1, 1, '~~~~'],
      ['> ```\n> b', 'code-fence', 1, 1, 'n’est pas fermé'],
    ];
  for (const [body, rule, line, column, says] of rows) {
    it(`${JSON.stringify(body)}: ${rule}`, () => {
      const problems = checkBody(body, FIRST_LINE);
      assert.equal(problems.length, 1, JSON.stringify(problems));
      const [problem] = problems;
      assert.equal(problem?.rule, rule);
      assert.ok(problem?.message.includes(says), problem?.message);
      assert.deepEqual([problem?.line, problem?.column], [line + FIRST_LINE - 1, column]);
    });
  }

  it('all mistakes are named at once, in the order of lines', () => {
    const problems = checkBody('![](a.jpg)\n\n# Titre\n\n<b>c</b>\n\n<b>d</b>', 1);
    assert.deepEqual(
      problems.map(({ rule, line }) => [rule, line]),
      [
        ['image-alt', 1],
        ['heading-level', 3],
        ['html-in-body', 5],
        ['html-in-body', 7],
      ],
    );
  });
});

describe('no mistake is seen in', () => {
  const fine: readonly (readonly [name: string, body: string])[] = [
    ['running text', 'Il dit\u00A0: «\u00A0oui\u00A0»; 3 < 4 et 5 > 4.'],
    ['HTML in code', '`<b>` et\n\n```html\n<b>\n```\n\n    <div>\n'],
    ['addresses between angle brackets', '<https://a.example/> <a@b.example> <mailto:a@b.example>'],
    ['headings in order', '## A\n\n### B\n\n#### C\n\n## D\n\n### E'],
    ['underlined headings', 'A\n---\n\n### B\n'],
    ['an image with its description', '![Un port](port.jpg "Vue")'],
    ['links', '[a](https://b.example/c?d=e&f=g) [h](/i/) [j](mailto:k@l.example) [m](tel:+33123) [n](#o)'],
    ['notes', 'a[^1] b^[court]\n\n[^1]: c\n'],
    ['what looks like a note in code', '`[^1]` et \\[^2]'],
    ['closed code', '```\na\n```\n\n> ```\n> b\n> ```\n\n````\n```\n````\n'],
    ['templates', '{{ 1+1 }} {% raw %} {{ "<" }} {% endfor'],
    ['an escaped tag', '\\<b>'],
    ['nothing', ''],
  ];
  for (const [name, body] of fine) it(name, () => assert.deepEqual(checkBody(body, 1), []));
});

const parts = fc.constantFrom(
  ...[
    'a',
    'b ',
    '\n',
    '\n\n',
    '# ',
    '## ',
    '### ',
    '#### ',
    '===',
    '---',
    '- ',
    '1. ',
    '> ',
    '    ',
    '```',
    '~~~',
    '`',
  ],
  ...[
    '<b>',
    '</b>',
    '<!-- ',
    '-->',
    '<',
    '>',
    '![',
    ']',
    '(',
    ')',
    '](',
    '[^1]',
    '[^2]: ',
    '//',
    '\\',
    '*',
    '^[',
  ],
  ...[
    'https://a.b',
    'javascript:',
    'data:x',
    '&#58;',
    '[r]: ',
    '[r]',
    '{{',
    '}}',
    'é',
    'mailto:',
    '|',
    '|-|',
  ],
);
const bodies = fc.array(parts, { maxLength: 30 }).map(list => list.join(''));

describe('on any body whatever', () => {
  it('the quick look lets no mistake pass, and every place is in the body', () => {
    fc.assert(
      fc.property(bodies, body => {
        const problems = findProblems(body, FIRST_LINE);
        assert.equal(checkBody(body, FIRST_LINE).length, problems.length);
        const lines = body.split('\n');
        for (const { line, column } of problems) {
          const text = lines[line - FIRST_LINE];
          assert.ok(text !== undefined && column >= 1 && column <= text.length + 1, `${line}:${column}`);
        }
      }),
      { ...howMany('article bodies'), examples: [['[r]: a//<javascript:](>'], ['[r]: a](javascript:b)']] },
    );
  });
});
