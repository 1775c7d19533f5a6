// Texts that grow: each pattern is what stands before, what is repeated, and what stands after. They are what regular expressions and
// parsers stumble over: openings that never close, runs of one sign, spaces before nothing, many things of one name.

/** The text of `times` repetitions. */
export interface Pattern {
  readonly name: string;
  /** `index` counts from 0, so that repetitions may differ. */
  text(times: number): string;
  /** UTF-16 code units of one repetition, more or less. */
  readonly length: number;
}

function pattern(before: string, unit: string | ((index: number) => string), after = ''): Pattern {
  const each = typeof unit === 'string' ? () => unit : unit;
  const shown = typeof unit === 'string' ? unit : unit(7);
  return {
    name: [before, `${shown} ×`, after].filter(piece => piece !== '').join(' '),
    text: times => before + Array.from({ length: times }, (_, index) => each(index)).join('') + after,
    length: shown.length,
  };
}

/** Signs and words that mean something to Markdown or to typography; each is repeated. */
const UNITS = [
  ...['"', "'", '«', '»', '“', '”', '!', '?', ';', ':', '.', ',', '-', '–', '—', '…', '/', '\\', '%', '°'],
  ...['(', ')', '[', ']', '{', '}', '<', '>', '*', '_', '~', '`', '#', '=', '+', '|', '&', '^', '@', '$'],
  ...[
    '0',
    '9',
    ' ',
    '\t',
    '\u00a0',
    '\u202f',
    '\ufffc',
    'a',
    'é',
    'E',
    'X',
    'M',
    '\n',
    '\\\n',
    '  \n',
    '\n\n',
  ],
  ...['{{', '{%', '{#', '<!--', '<a', '</', '<?', '<!', '[^', '^[', '![', '](', '[a](', '[a][', '&#', '&a'],
  ...[
    'a@',
    '@a.',
    'a@a',
    'www.',
    'http://',
    '://',
    'a://',
    'mailto:',
    'data:',
    ':a',
    ':-',
    ';)',
    'c:\\',
    '\\\\',
  ],
  ...[
    '**',
    '***',
    '*a',
    'a*',
    '_a',
    'a_ ',
    '~~',
    '``',
    '```',
    '` ',
    '~~~\n',
    '```\n',
    '> ',
    '- ',
    '1. ',
    '# ',
  ],
  ...[
    '1 ',
    '1.',
    '000 ',
    '.000',
    '1 000',
    '1h',
    '1 h ',
    '1ère',
    'XX',
    'Xe ',
    '1 %',
    '1 ',
    '- 1',
    'a - ',
    ' -- ',
  ],
  ...[
    'M. ',
    'n° ',
    'p. ',
    'Etat',
    "l'",
    "'68",
    '...',
    '...a',
    '?!',
    ' !',
    ' :',
    ' »',
    '« ',
    '" ',
    ' "',
    '"a"',
  ],
  ...[
    '[a]: b\n',
    '[^a]: b\n',
    '[^a]',
    '^[a]',
    '^[a ',
    '![a](b)',
    '[a](b)',
    '<a>',
    '</a>',
    '<!-- -->',
    '<a@a.fr>',
  ],
  ...[
    '| a ',
    '|-',
    '| a |\n',
    '- a\n',
    '  - ',
    '> a\n',
    '>',
    '    a\n',
    '## a\n\n',
    'a\n===\n',
    '***\n',
    '1) a\n',
  ],
  ...[
    '&amp;',
    '&#58;',
    '\\*',
    'https://a.fr ',
    'a.b',
    'a b',
    'œ',
    '\u0301',
    '👍',
    '[x] ',
    '<b',
    '="',
    "a='",
    '<a b',
  ],
  ...[
    '![ ',
    '![](',
    '![a](b c.jpg',
    '![a](b c',
    '![a] ',
    '[a](<',
    '[a](b "',
    '[a](javascript:',
    '[a](b#c#',
    '<javascript:',
  ],
];

/** A unit of more signs than this is tried by itself, the others within words as well. */
const SHORT = 2;

function around(unit: string): readonly Pattern[] {
  const alone = pattern('', unit);
  return unit.length > SHORT ? [alone] : [alone, pattern('x', unit, 'y')];
}

/** What must be different each time to be what it is. */
const COUNTED: readonly Pattern[] = [
  pattern('', index => `[^${index}]: a\n`),
  pattern('', index => `a[^${index}] `, '\n\n[^1]: a'),
  pattern('', index => `a[^${index}]\n\n[^${index}]: b\n\n`),
  pattern('', index => `[a${index}]: b\n`),
  pattern('', index => `[a][r${index}] `, '\n\n[r1]: b'),
  pattern('', index => `![a](b${index}.jpg) `),
  pattern('', index => `[a](javascript:${index}) `),
  pattern('', index => `[a](/${index}#b#c)\n`),
  pattern('', index => `<b${index}> `),
  pattern('', index => `## a ${index}\n\n`),
  pattern('', index => `${'`'.repeat(index % 50)}a`),
  pattern('', index => `${'> '.repeat(index % 20)}a\n`),
  pattern('', index => `${' '.repeat(index % 40)}- a\n`),
];

/** Texts of articles. */
export const BODIES: readonly Pattern[] = [
  ...[...new Set(UNITS)].flatMap(around),
  ...['a [^1] ', '| a |\n|---|\n', '![a](b.jpg) ', '```\n', '[r]: b\n\n', 'a[^1]\n\n[^1]: b\n\n'].flatMap(
    before =>
      ['"', '[^1]', '![', '[r]', ' ', '| a ', '<!--', '[^1]: ', '*a_', '\n## a\n'].map(unit =>
        pattern(before, unit),
      ),
  ),
  pattern('a', ' ', 'b : c'),
  pattern('a', '\u00a0', '» b'),
  pattern('1', ' ', '% b'),
  pattern('«', ' ', 'a'),
  pattern('n°', ' ', 'a'),
  pattern('---', ' ', 'a'),
  ...COUNTED,
];

/** Front matter, between fields that are right. */
export const FIELDS: readonly Pattern[] = [
  pattern('', index => `champ${index}: a\n`),
  pattern('topics: [', index => `t${index}, `, 'a]\n'),
  pattern('topics: [', 'a, ', 'a]\n'),
  pattern('topics:\n', index => `- T${index}\n`),
  pattern('', index => `a: ${index}\n`),
  pattern('a: {', index => `b${index}: 1, `, '}\n'),
  pattern('aliases:\n', index => `- /a${index}\n`),
  pattern('gallery:\n', index => `- { src: a${index}.jpg }\n`),
  pattern('corrections:\n', index => `- { date: hier, text: ${index} }\n`),
  pattern('a: ', '[', '\n'),
  pattern('a: ', '{', '\n'),
  pattern('a: "', '\\"', '\n'),
  pattern('a: "', 'a ', '\n'),
  pattern("a: '", "''", '\n'),
  pattern('a: ', ' ', '\n'),
  pattern('a: ', 'b: ', '\n'),
  pattern('a: ', '#', '\n'),
  pattern('a: b', ' #', '\n'),
  pattern('a: ', '&a ', '\n'),
  pattern('', '*a: b\n'),
  pattern('', '- a\n'),
  pattern('', index => `${' '.repeat(index % 10)}a${index}: b\n`),
  pattern('', '? a\n'),
  pattern('', 'a: [b\n'),
  pattern('', 'a: "b\n'),
  pattern('', "a: 'b\n", '\n'),
  pattern('', 'a:b\n'),
  pattern('', '\ta: b\n'),
  pattern('a: |\n', '  b\n'),
  pattern('a: >\n', '  b\n\n'),
  pattern('a:\n', '  b\n'),
  pattern('', '# a\n'),
  pattern('', '\n'),
  pattern('a: ', '!a ', '\n'),
  pattern('a: "', '\\u00e9', '"\n'),
  pattern('a: b', ' ', 'c\n'),
  pattern('standfirst: ', 'mot ', '\n'),
  pattern('standfirst: a', '!', 'b\n'),
  pattern('standfirst: "', "l'a ", '"\n'),
  pattern('place: ', 'a', '\n'),
  pattern('section: ', 'a-', '\n'),
  pattern('author: a', ' ', 'b\n'),
  pattern('flash: { until: ', '1', ' }\n'),
  pattern('updated: ', '1', '\n'),
  pattern('updated: ', '20.05.2014 ', '\n'),
  pattern('image: { src: ', 'a/', ' }\n'),
  pattern('image: { src: ', '../', 'a.jpg, alt: b }\n'),
  pattern('video: { src: https://', 'a.', ' }\n'),
  pattern('map: ', 'Pékin ', '\n'),
  pattern('lang: ', 'a-', '\n'),
];

/** Captions, after their first line. */
export const CAPTIONS: readonly Pattern[] = [
  pattern('', '\n'),
  pattern('', 'a\n'),
  pattern('', 'NOTE a\n\n'),
  pattern('', '00:01.000 --> 00:02.000\na\n\n'),
  pattern('', '00:01.000 --> 00:02.000\n'),
  pattern('00:01.000', ' ', '--> 00:02.000\na'),
  pattern('00:01.000 -->', ' ', '00:02.000x\na'),
  pattern('00:01.000 --> 00:02.000 a', ' ', '\u2009\na'),
  pattern('', '0', ':00:01.000 --> 00:02.000\na'),
  pattern('', '0,000', ''),
  pattern('0,000', ' ', 'a'),
  pattern('STYLE', ' ', 'a'),
  pattern('', '-->'),
];

/** What stands in a drawing, and in its style sheet. */
export const DRAWINGS: readonly Pattern[] = [
  ...[
    '<g/>',
    '<g>',
    '<a href="#a"/>',
    '<!-- a -->',
    '<!--',
    '&amp;',
    '&a;',
    '&',
    '<?a b?>',
    '<![CDATA[',
    'a',
  ],
  ...[
    '/*',
    '/**/',
    '*/',
    '@import ',
    '@a;',
    'url(',
    'url("#a")',
    'url( ',
    '\\',
    '\\0',
    '\\a ',
    '(',
    ' ',
    '"',
  ],
].map(unit => pattern('', unit));

/** A file of data: a list, most often of topics. */
export const DATA: readonly Pattern[] = [
  pattern('', index => `- { slug: s-${index}, name: a }\n`),
  pattern('', '- { slug: s, name: a }\n'),
  pattern('', index => `- { slug: S${index}, nom: a }\n`),
  pattern('', index => `- { slug: s-${index}, question: a, choices: [], opens: 1, closes: 0 }\n`),
  pattern('- slug: s\n', index => `  champ${index}: a\n`),
  pattern('- slug: s\n  choices:\n', index => `    - { slug: c${index}, text: a }\n`),
  pattern('', index => `s${index}: a\n`),
  pattern('', '- __proto__: a\n'),
  pattern('[', index => `{ "slug": "s-${index}", "name": "a" },\n`, '{}]'),
  pattern('[', '{ "slug": "s" }\n', ']'),
  pattern('', '{"__proto__": '),
  pattern('', '['),
  pattern('[', '"a", ', ']'),
  pattern('"', '\\u00e9', '"'),
  pattern('', '- &a b\n'),
  pattern('', '- *a\n'),
];
