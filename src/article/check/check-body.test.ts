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
      ['a[^1]', 'footnote', 1, 2, 'n’est définie nulle part'],
      ['a\n\n[^1]: b', 'footnote', 3, 1, 'rien ne l’appelle'],
      ['a[^1]\n\n[^1]: b\n[^1]: c', 'footnote', 4, 1, 'deux fois'],
      ['a\n\n```\nb', 'code-fence', 3, 1, 'n’est pas fermé'],
      ['~~~~\nb\n~~~', 'code-fence', 1, 1, '~~~~'],
      ['> ```\n> b', 'code-fence', 1, 1, 'n’est pas fermé'],
      ['**Note :**le texte', 'loose-mark', 1, 1, '**mot**'],
      ['Il a dit**« oui »**hier.', 'loose-mark', 1, 9, 'barre oblique inverse'],
      ['** gras **', 'loose-mark', 1, 1, 'collez-les'],
      ['a\n**jamais fermé', 'loose-mark', 2, 1, '«\u00A0**\u00A0»'],
      ['_jamais fermé', 'loose-mark', 1, 1, '«\u00A0_\u00A0»'],
      ['__jamais fermé', 'loose-mark', 1, 1, '«\u00A0__\u00A0»'],
      ['~~jamais fermé', 'loose-mark', 1, 1, '«\u00A0~~\u00A0»'],
      ['a\n« b', 'quotation-marks', 2, 1, 'inverse (\\)'],
      ['a\n\n![un « port](1.jpg)', 'quotation-marks', 3, 1, '«\u00A0port'],
      ['![un port](1.jpg "le “port")', 'quotation-marks', 1, 1, '“port'],
      ['a”, b « c', 'quotation-marks', 1, 2, '”, b'],
      ['a ***gras** b', 'loose-mark', 1, 3, '«\u00A0*\u00A0»'],
      ['Un *mot * ici', 'loose-mark', 1, 4, '*mot*'],
      ['*Note :*le texte', 'loose-mark', 1, 1, '«\u00A0*\u00A0»'],
      ['le code `x et y', 'loose-mark', 1, 9, '«\u00A0`\u00A0»'],
      ['a^[**b]', 'loose-mark', 1, 4, '«\u00A0**\u00A0»'],
      ['a^[b^["c]]', 'quotation-marks', 1, 7, '"c'],
      ['a^[[b](www.c.fr)]', 'link-target', 1, 8, 'https://www.c.fr'],
      ['a^[{% b %}]', 'template-in-body', 1, 4, 'gabarit'],
      ['a^[b <br>]', 'html-in-body', 1, 6, 'barre oblique inverse'],
      ['![a](1.jpg "Le _Titanic_")', 'markup-in-field', 1, 1, '_Titanic_'],
      ['![a](1.jpg "**Photo :**Léa")', 'markup-in-field', 1, 1, '**'],
      ['[a]()', 'link-target', 1, 3, 'pas d’adresse'],
      ['a [](https://exemple.fr)', 'link-target', 1, 3, '[texte](https://exemple.fr)'],
      ['![a]()', 'link-target', 1, 1, '![a](photo.jpg)'],
      ['(a)[https://exemple.fr]', 'loose-link', 1, 1, '[a](https://exemple.fr)'],
      ['a <www.exemple.fr/b>', 'loose-link', 1, 3, '<https://www.exemple.fr/b>'],
      ['[a](https//:exemple.fr)', 'link-target', 1, 5, 'https://exemple.fr'],
      ['[gallery ids="1,2"]', 'template-in-body', 1, 1, '[gallery ids='],
      ['[b]gras[/b]', 'template-in-body', 1, 8, '[/b]'],
      ['le [port->art12]', 'template-in-body', 1, 4, '[port->art12]'],
      ['{{{Intertitre}}}', 'template-in-body', 1, 1, '{{{Intertitre}}}'],
      ['le [[port]]', 'template-in-body', 1, 4, '[[port]]'],
      ['[a](www.exemple.fr/a)', 'link-target', 1, 5, 'https://www.exemple.fr/a'],
      ['[a](exemple.fr)', 'link-target', 1, 5, 'https://exemple.fr'],
      ['[a](jean@exemple.fr)', 'link-target', 1, 5, 'mailto:jean@exemple.fr'],
      ['[a](https//exemple.fr)', 'link-target', 1, 5, 'https://exemple.fr'],
      ['[a](https:exemple.fr)', 'link-target', 1, 5, 'https://exemple.fr'],
      ['[a](+33612345678)', 'link-target', 1, 5, 'tel:+33612345678'],
      ['[a](+33 6 12 34 56 78)', 'loose-link', 1, 1, 'tel:+33612345678'],
      ['[a] (https://exemple.fr/b)', 'loose-link', 1, 1, '[a](https://exemple.fr/b)'],
      ['[a]\n(https://exemple.fr/b)', 'loose-link', 1, 1, '[a](https://exemple.fr/b)'],
      ['[a](https://exemple.fr/une adresse)', 'loose-link', 1, 1, 'https://exemple.fr/une%20adresse'],
      ['a [b][inconnue]', 'loose-link', 1, 3, 'donnée nulle part'],
      ['a[^note 1]\n\n[^note 1]: b', 'loose-link', 3, 1, '[^note-1]'],
      ['a\n\n[NDLR]: inouï', 'loose-link', 3, 1, 'ne se verrait pas'],
      ['[a][b]\n\n[b]: /c\n[b]: /d', 'loose-link', 4, 1, 'deux fois'],
      ['##Intertitre', 'heading-mark', 1, 1, '## Intertitre'],
      ['    ## Intertitre', 'heading-mark', 1, 5, '## Intertitre'],
      ['## Énergie {#energie}', 'heading-mark', 1, 12, 'Ôtez-la'],
      ['-élément\n-autre', 'list-mark', 1, 1, 'une espace ordinaire'],
      ['-\u00A0un\n-\u00A0deux', 'list-mark', 1, 1, 'une espace ordinaire'],
      ['1.\u00A0un\n2.\u00A0deux', 'list-mark', 1, 1, 'une espace ordinaire'],
      ['Voici :\n    - un\n    - deux', 'list-mark', 2, 5, 'sans rien devant'],
      ['\u00A0## Titre', 'heading-mark', 1, 2, '## Titre'],
      ['##\u00A0Titre', 'heading-mark', 1, 1, '## Titre'],
      ['>\u00A050 ans : 3 cas', 'list-of-one', 1, 1, '\\> 50 ans'],
      ['[a]\u00A0(https://exemple.fr)', 'loose-link', 1, 1, '[a](https://exemple.fr)'],
      ['[a](https://exemple.fr/b\u00A0c)', 'link-target', 1, 1, 'https://exemple.fr/b%20c'],
      ['{{< youtube x >}}', 'template-in-body', 1, 1, 'gabarit'],
      ['a {% embed %}', 'template-in-body', 1, 3, 'gabarit'],
      ['![a]({% link b.jpg %})', 'template-in-body', 1, 6, 'gabarit'],
      ['![a](1.jpg Légende)', 'loose-link', 1, 1, 'guillemets droits'],
      ['Voir ![a](1.jpg "Légende")', 'image-caption', 1, 6, 'ligne vide'],
      ['+ 12 % pour Renault', 'list-of-one', 1, 1, '\\+ 12 % pour Renault'],
      ['- 5 % pour Peugeot', 'list-of-one', 1, 1, '−5 % pour Peugeot'],
      ['> - 5 % pour Peugeot', 'list-of-one', 1, 3, '−5 % pour Peugeot'],
      ['> 50 ans : 3 cas', 'list-of-one', 1, 1, '\\> 50 ans'],
      ['* Les prénoms ont été changés.', 'list-of-one', 1, 1, '\\* Les prénoms'],
      ['> 50 ans : 3 cas\n> 60 ans : 5 cas', 'list-of-one', 1, 1, '\\> 50 ans'],
      ['- 5 % pour Peugeot\n- 3,5 % pour Fiat', 'signed-figures', 1, 1, '- −5 % pour Peugeot'],
      ['Le recul est net.\n\nEn baisse :\n- 5 €\n- 3 €', 'signed-figures', 4, 1, 'astérisque (*)'],
      ['Ici.\n\n+ 5 points\n+ 3 points', 'signed-figures', 3, 1, '- \\+ 5 points'],
      ['## Ventes\n\n- 5 %\n- 3 %\n+ \\+2 %\n+ \\+1 %', 'signed-figures', 3, 1, '- −5 %'],
      ['3. Lyon\n2. Nice\n1. Lille', 'list-numbers', 2, 1, 'se lirait «\u00A04.\u00A0»'],
      ['1986. Une\n1990. Deux', 'list-numbers', 2, 1, '«\u00A01987.\u00A0»'],
      ['1986. Une année noire.', 'list-of-one', 1, 1, '1986\\. Une année'],
      ['Un texte\n---', 'underlined-text', 2, 1, 'ligne vide'],
      ['|a|b|\n|-|-|\n|2|1|c|', 'table-cells', 3, 1, '3 cellules pour 2 colonnes'],
      ['|a|b|c|\n|-|-|\n|1|2|3|', 'table-cells', 2, 1, '3 cellules'],
      ['- [ ] à faire', 'task-box', 1, 3, '\\[ ]'],
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
    ['HTML in code', '`<b>` et\n\n```html\n<b>\n```\n'],
    ['addresses between angle brackets', '<https://a.example/> <a@b.example> <mailto:a@b.example>'],
    ['headings in order', '## A\n\n### B\n\n#### C\n\n## D\n\n### E'],
    ['an image with its description', '![Un port](port.jpg "Vue")'],
    ['links', '[a](https://b.example/c?d=e&f=g) [h](/i/) [j](mailto:k@l.example) [m](tel:+33123) [n](#o)'],
    ['notes', 'a[^1] b^[court]\n\n[^1]: c\n'],
    ['what looks like a note in code', '`[^1]` et \\[^2]'],
    ['closed code', '```\na\n```\n\n> ```\n> b\n> ```\n\n````\n```\n````\n'],
    ['expressions of templates', '{{ 1+1 }} {{ "<" }} {% endfor'],
    [
      'results of a vote and prices',
      'Les résultats :\n\n- 45 % pour A\n- 30 % pour B\n\nTarifs\n\n- 5 €\n- 3 €',
    ],
    ['a list of deaths', 'Le recul :\n\n- 12 morts à Lyon\n- 3 morts à Nice'],
    ['a list of falls between asterisks', 'En baisse :\n\n* 5 % pour A\n* 3 % pour B'],
    ['a list of signed falls', 'En baisse :\n\n- −5 % pour A\n- −3 % pour B'],
    [
      'numbered lists',
      '1. a\n1. b\n\nEt\n\n1. a\n2. b\n2. c\n3. d\n\nEt\n\n4. a\n5. b\n\nEt\n\n1986. a\n1987. b',
    ],
    ['a long quotation of figures and words', '> 12 morts,\n> dit-on.'],
    ['letters that stand behind stars', 'Sale c*** ! M****, dit-il : « la p**** ».'],
    ['remarks with stars', '*Hors taxe. Le prix* est de 5 * 3 = 15.\n\n**Total***'],
    ['a grave accent between letters', 'Hawai`i'],
    ['brackets', 'Il a dit [sic] « oui [...] » [[1]](https://a.fr) (voir [NDLR]) [Vidéo] -> [a] <- b'],
    ['notes within the text', 'a^[b **c** « d » [e](https://f.fr)]'],
    ['an escaped tag', '\\<b>'],
    ['marks next to words', '**mot**, *mot*, ***mot*** et ~~mot~~ ; 3 * 4 ; prix* ; nom_de_fichier'],
    ['underscores in addresses and names', 'https://a.fr/_b @_c_ d_e@f.fr'],
    ['an underscore after an escape', '\\a_b &eacute;_c'],
    ['escaped marks', '\\*\\*a \\[b](c d) \\- 5 % \\> 50 `**` `{% a %}`'],
    ['links within the site and documents', '[a](/b) [c](autre.md) [d](rapport.pdf) [e](#f) [g](index.html)'],
    ['brackets', 'Il [le maire] dit « […] » [sic] (à vérifier)'],
    ['a second sign of a fragment', '[a](https://matrix.to/#/#salon:a.fr)'],
    ['addresses apart, and a hidden remark', '[a][b] ![c][d]\n\n[b]: /e\n[d]: f.jpg\n[//]: # (g)'],
    ['captions with marks', '![a](b.jpg "Le "Rhin"")\n\n![a](b.jpg « c »)\n\n- ![d](e.jpg “f”)'],
    ['several images', '![a](b.jpg) ![c](d.jpg "e")'],
    ['lists of several figures', '- 5 navires\n- 3 grues'],
    ['lists of one', '- navires\n\n1. grue\n\n-\n  5 grues'],
    ['quotations of figures', '>\n> 50 ans\n\n> Il a 50 ans\n\n> 50 ans\n> plus tard'],
    ['figures that begin a line', '−5 % pour Peugeot\n\n1986\\. Une année\n\n1986 fut noire.'],
    ['a rule between empty lines', 'a\n\n---\n\nb'],
    ['rows with as many cells', '|a|b|\n|-|-|\n|2\\|1|c|\n|d|\n\n1 | 2'],
    ['hashtags', "#MeToo n'a pas dix ans. #a"],
    ['lines of an aside', 'Le port -\n-celui du nord- rouvre'],
    ['bullets and dialogue', '• a\n• b\n\n– c\n– d'],
    ['an indented line', '    a\n\tb'],
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
  ...[
    '**',
    '_',
    '~~',
    '5',
    ' ',
    '\t',
    '##',
    '{% x %}',
    '{#a}',
    'www.a.fr',
    ' "c")',
    '.jpg',
    '[ ] ',
    '•',
    '\n-b',
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
