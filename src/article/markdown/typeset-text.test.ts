import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { howMany } from '../../../tests/soak/how-many.ts';
import { renderBody } from './render-body.ts';

function render(body: string, lang: string | null = null): string {
  return renderBody(body, {
    lang,
    place: { baseUrl: 'https://quotidien.example', typedFolder: '' },
    picture: () => null,
    linkedFile: () => null,
  });
}

/** In the tables `~` is U+00A0 and `_` is U+202F, to make them visible. */
function shows(body: string, html: string): void {
  assert.equal(render(body).replaceAll('\u00A0', '~').replaceAll('\u202F', '_').trim(), html);
}

describe('letters and markup stay where they were typed', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['Il y a 2.077 km\nde route', '<p>Il y a 2_077~km\nde route</p>'],
    ['29.000 **personnes**', '<p>29_000 <strong>personnes</strong></p>'],
    ['12.500 [personnes](/a/)', '<p>12_500 <a href="/a/">personnes</a></p>'],
    ['29.000\\$ de', '<p>29_000$ de</p>'],
    ['29.000 `code` de', '<p>29_000 <code>code</code> de</p>'],
    [
      '29.000 ![photo](a.jpg) de',
      '<p>29_000 <img src="a.jpg" alt="photo" loading="lazy" decoding="async"> de</p>',
    ],
    ['29.000\\* de *route*', '<p>29_000* de <em>route</em></p>'],
    ['la 2eme\nfois', '<p>la 2e\nfois</p>'],
    ['la [3eme](/a), partage', '<p>la <a href="/a">3e</a>, partage</p>'],
    ['la 2ie**me** fois', '<p>la 2<strong>e</strong> fois</p>'],
    ['13**h**43', '<p>13<strong>~h</strong>~43</p>'],
    ['13 **h**43', '<p>13~<strong>h</strong>~43</p>'],
    ['1.2**34**.567 *km*', '<p>1_2<strong>34</strong>_567~<em>km</em></p>'],
    ['etc..**.** fin', '<p>etc…<strong></strong> fin</p>'],
  ];
  for (const [typed, html] of rows) it(`${typed} → ${html}`, () => shows(typed, html));

  it('2.077 with a note keeps its call', () => {
    assert.match(
      render('Il y a 2.077[^1] km de route\n\n[^1]: Selon lui.'),
      /2\u202F077<sup.*<\/sup>\u00A0km de route/,
    );
  });

  /** Typography drops or adds nothing else: spaces, marks, the letters of `2ième`, the accent of `Etat`. */
  const bare = (text: string): string =>
    text.replace(/É/g, 'E').replace(/&quot;|[\s.\-–—…'’"«»“”−eièm]/g, '');
  const untouched = (html: string): string =>
    html
      .split(/(alt="[^"]*"|<\/?[a-z][a-z0-9]*|>)/)
      .map(part => (/^(?:<|>)/.test(part) ? part : bare(part)))
      .join('');
  const words = fc.constantFrom(
    ...[
      '2.077',
      '2eme',
      '1ère',
      '3ièmes',
      '13h43',
      '9h',
      "l'an",
      'Etats',
      '"rot"',
      '"',
      'fort !',
      'dur?',
      'pas: ',
      '...',
    ],
    ...[
      '12.500 ',
      ' km',
      ' %',
      'de route',
      'M. Qin',
      ' - ',
      ' -- ',
      '«',
      '»',
      '1.234.567',
      'n°5',
      'XXème siècle',
      '(',
      ')',
    ],
    ...[
      '10km',
      '5M€',
      '5 $US',
      '"le mot \'riz\'"',
      'de - 10 %',
      "M. d'Ormesson",
      'Yahoo!',
      '10 m2',
      '13h/14h',
      '2è',
    ],
    ...["'n'", '« la " Revue " »', '1.500e', 'Perl 5.001', 'Economies', '"""'],
  );
  const typed = fc.array(words, { minLength: 1, maxLength: 4 }).map(list => list.join(' '));
  const tight = fc.array(words, { minLength: 1, maxLength: 3 }).map(list => list.join('').trim() || 'a');
  const pieces = fc.oneof(
    typed,
    tight,
    tight.map(text => `x**x${text}x**x`),
    tight.map(text => `*x${text}x*`),
    typed.map(text => `[${text}](/adresse/)`),
    typed.map(text => `\`${text}\``),
    typed.map(text => `![${text}](a.jpg)`),
    typed.map(text => `^[${text}]`),
    fc.constantFrom(
      '\n',
      '\\\n',
      '\\$',
      '\\"',
      '\\!',
      '&amp;',
      '&nbsp;',
      'https://quotidien.example/a...b',
      '{{ "a" }}',
      '~~x~~',
    ),
    fc.constantFrom('\n\n', '\n\n"', '."\n\n', ':)', 'a@b.fr', '\uFFFC'),
  );
  const bodies = fc.array(pieces, { minLength: 2, maxLength: 6 }).map(list => `x${list.join('')}`);

  it('in two to six pieces of every kind', () => {
    fc.assert(
      fc.property(bodies, body => assert.equal(untouched(render(body)), untouched(render(body, 'en')))),
      howMany('article bodies'),
    );
  });
});

describe('a quotation of several paragraphs', () => {
  it('opens at each and closes at the end', () =>
    shows(
      '"Je pars.\n\n"Tu *restes*.\n\n"Fin."',
      '<p>«~Je pars.</p>\n<p>«~Tu <em>restes</em>.</p>\n<p>«~Fin.~»</p>',
    ));
  it('opens at each, typed or not, and closes paragraphs later', () =>
    shows(
      'Il dit: "Je pars.\n\nTu restes\n\n**Fin**."',
      '<p>Il dit~: «~Je pars.</p>\n<p>«~Tu restes</p>\n<p>«~<strong>Fin</strong>.~»</p>',
    ));
  it('holds a quotation of its own', () =>
    shows('"Le mot "oui" suffit.\n\n"Fin."', '<p>«~Le mot “oui” suffit.</p>\n<p>«~Fin.~»</p>'));
  it('may be in a list or a quotation', () =>
    shows('> "Je pars.\n>\n> "Fin."', '<blockquote>\n<p>«~Je pars.</p>\n<p>«~Fin.~»</p>\n</blockquote>'));
});

describe('a quotation mark behind a backslash', () => {
  it('stays as it is, and alone', () => shows('Le signe \\«, puis \\” ;', '<p>Le signe «, puis ”_;</p>'));
  it('stays in a caption too', () =>
    shows(
      '![a](1.jpg "Le \\« "b"")',
      '<figure><img src="1.jpg" alt="a" loading="lazy" decoding="async"><figcaption>Le «~“b”</figcaption>\n</figure>',
    ));
});

describe('escapes that a program wrote', () => {
  it('are marks when all are escaped', () =>
    shows('L\\\'an \\"fort\\" d\\\'ici.', '<p>L’an «~fort~» d’ici.</p>'));
  it('are marks of that kind where the others are bare', () =>
    shows('L\'an \\"fort\\" et \\"long\\".', '<p>L’an «~fort~» et «~long~».</p>'));
  it('stay escapes when one is alone', () => shows("L\\'an fort", "<p>L'an fort</p>"));
  it('stay escapes in a pair', () => shows('L\'an \\"fort\\"', '<p>L’an &quot;fort&quot;</p>'));
  it('stay escapes beside a bare mark', () =>
    shows('\\"a\\" \\"b\\" "c"', '<p>&quot;a&quot; &quot;b&quot; «~c~»</p>'));
});
