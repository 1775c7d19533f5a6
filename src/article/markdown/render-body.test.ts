import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { howMany } from '../../../tests/soak/how-many.ts';
import { renderBody } from './render-body.ts';

const SITE = 'https://quotidien.example';

function render(body: string, lang: string | null = null): string {
  return renderBody(body, {
    lang,
    place: { baseUrl: SITE, typedFolder: '' },
    picture: () => null,
    linkedFile: () => null,
  });
}

/** In the tables `~` is U+00A0 and `_` is U+202F, to make them visible. */
function visible(html: string): string {
  return html.replaceAll('\u00A0', '~').replaceAll('\u202F', '_');
}

function shows(body: string, html: string): void {
  assert.equal(visible(render(body)).trim(), html);
}

describe('French typography in a body', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['Quoi?', '<p>Quoi_?</p>'],
    ['Un **mot**!', '<p>Un <strong>mot</strong>_!</p>'],
    ['Un **mot** !', '<p>Un <strong>mot</strong>_!</p>'],
    ['Un *mot*: oui', '<p>Un <em>mot</em>~: oui</p>'],
    ['"**mot**"', '<p>«~<strong>mot</strong>~»</p>'],
    ['**"mot"**', '<p><strong>«~mot~»</strong></p>'],
    ["l'**eau**", '<p>l’<strong>eau</strong></p>'],
    ['Un [lien](/a)?', '<p>Un <a href="/a">lien</a>_?</p>'],
    ['**10**%', '<p><strong>10</strong>~%</p>'],
    ['Du `code "a"`!', '<p>Du <code>code &quot;a&quot;</code>_!</p>'],
    ["`l'a...b?`", "<p><code>l'a...b?</code></p>"],
    ['\\"brut\\"', '<p>&quot;brut&quot;</p>'],
    ['a&nbsp;!', '<p>a_!</p>'],
    ['A&amp;B;', '<p>A&amp;B_;</p>'],
    ['Quoi\n?', '<p>Quoi_?</p>'],
    ['Quoi\nencore?', '<p>Quoi\nencore_?</p>'],
    ['Quoi\\\n?', '<p>Quoi<br>\n?</p>'],
    ['## L\'eau: "oui"', '<h2 id="partie-l-eau-oui">L’eau~: «~oui~»</h2>'],
    ['- Quoi?', '<ul>\n<li>Quoi_?</li>\n</ul>'],
    ['{{ 1+1 }}', '<p>{{ 1+1 }}</p>'],
    ['{{ "a"|f }} {% raw %}', '<p>{{ &quot;a&quot;|f }} {% raw %}</p>'],
  ];
  for (const [body, html] of rows) {
    it(`${JSON.stringify(body)} shows ${html}`, () => shows(body, html));
  }

  it('leaves fenced code as typed', () => {
    const code = '"l\'a": 2.077 ... ?';
    const shown = "&quot;l'a&quot;: 2.077 ... ?";
    shows(`\`\`\`\n${code}\n\`\`\``, `<pre><code>${shown}\n</code></pre>`);
  });

  it('sets the description and the title of an image, not its address', () => {
    const html = visible(render('Voici ![Un "port"?](/l\'a.jpg "L\'eau: là") ici'));
    assert.match(html, /alt="Un «~port~»_\?"/);
    assert.match(html, /title="L’eau~: là"/);
    assert.match(html, /src="\/l'a\.jpg"/);
  });

  it('leaves the address and the title of a link as typed', () => {
    assert.match(render('[a](/b?c "L\'eau: là")'), /href="\/b\?c" title="L'eau: là"/);
  });

  it('leaves an article in another language as typed', () => {
    assert.equal(render('What? "Yes": 10%', 'en'), '<p>What? &quot;Yes&quot;: 10%</p>\n');
  });

  it('sets an article in the French of another country', () => {
    assert.equal(visible(render('Quoi?', 'fr-CA')), '<p>Quoi_?</p>\n');
  });
});

describe('what stays text', () => {
  it('HTML is shown, never run', () => {
    shows('<script>a</script>', '<p>&lt;script&gt;a&lt;/script&gt;</p>');
    shows('<b class="x">', '<p>&lt;b class=&quot;x&quot;&gt;</p>');
  });

  for (const address of [
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'java&#115;cript:a',
    'data:text/html,a',
    'data:image/png;base64,a',
    'vbscript:a',
    'file:///a',
    'ftp://a.example/',
    'http://',
    'https:a',
  ]) {
    it(`a link to ${address} is not one`, () => {
      assert.doesNotMatch(render(`[a](${address})`), /<a /);
      assert.doesNotMatch(render(`![a](${address})`), /<img /);
      assert.doesNotMatch(render(`<${address}>`), /<a /);
      assert.doesNotMatch(render(`[a][r]\n\n[r]: ${address}`), /<a /);
    });
  }
});

describe('links', () => {
  const external = 'class="external" rel="external noopener"';

  it('to other sites are marked as external', () => {
    shows('[a](https://autre.example/b)', `<p><a href="https://autre.example/b" ${external}>a</a></p>`);
    shows('[a](//autre.example/b)', `<p><a href="//autre.example/b" ${external}>a</a></p>`);
    shows(
      '[a](https://quotidien.example.autre.example/)',
      `<p><a href="https://quotidien.example.autre.example/" ${external}>a</a></p>`,
    );
  });

  it('that stay on the site, write a mail or dial are left alone', () => {
    for (const href of [
      '/chine/',
      '#partie-a',
      '../a.html',
      `${SITE}/chine/`,
      'mailto:a@b.example',
      'tel:+33123',
    ]) {
      shows(`[a](${href})`, `<p><a href="${href}">a</a></p>`);
    }
  });

  it('are made from whole addresses in the text, which are shown as typed', () => {
    shows(
      "Voir https://autre.example/l'a?b!",
      `<p>Voir <a href="https://autre.example/l'a?b" ${external}>https://autre.example/l'a?b</a>_!</p>`,
    );
    shows('Écrire à a@b.example.', '<p>Écrire à <a href="mailto:a@b.example">a@b.example</a>.</p>');
  });

  it('are not made from a missing space after a full stop', () => {
    shows('Fin.La suite et quotidien.example', '<p>Fin.La suite et quotidien.example</p>');
  });
});

describe('images', () => {
  const late = 'loading="lazy" decoding="async"';

  it('alone with a title are figures with a caption', () => {
    shows(
      '![Un port](port.jpg "Le port: vue")',
      `<figure><img src="port.jpg" alt="Un port" ${late}><figcaption>Le port~: vue</figcaption>\n</figure>`,
    );
  });

  it('without a title, or among words, are not', () => {
    shows('![Un port](port.jpg)', `<p><img src="port.jpg" alt="Un port" ${late}></p>`);
    assert.doesNotMatch(render('Ici ![Un port](port.jpg "Vue")'), /figure/);
  });

  it('without an address show their description', () => shows('![Un port]()', '<p>Un port</p>'));
});

describe('tables', () => {
  const html = render('| a | b |\n|:-:|--:|\n| 1 | 2 |\n\nfin\n\n| c |\n|---|\n| 3 |\n');

  it('scroll by themselves, with the keyboard too, each under its own name', () => {
    assert.match(
      html,
      /<div class="table-scroll" role="region" aria-label="Tableau 1" tabindex="0">\n<table>/,
    );
    assert.match(html, /<\/table>\n<\/div>/);
    assert.match(html, /aria-label="Tableau 2"/);
  });

  it('align by class, since style attributes are refused by the site’s policy', () => {
    assert.doesNotMatch(html, /style=/);
    assert.match(html, /<th scope="col" class="align-center">a<\/th>/);
    assert.match(html, /<td class="align-right">2<\/td>/);
  });
});

describe('headings', () => {
  it('have different ids, also when their words are the same', () => {
    const html = render('## Énergie\n\n## Énergie\n\n## ?\n');
    assert.deepEqual(html.match(/id="[^"]+"/g), [
      'id="partie-energie"',
      'id="partie-energie-2"',
      'id="partie-sans-titre"',
    ]);
  });

  it('of level 1 are shown at level 2', () => shows('# Titre', '<h2 id="partie-titre">Titre</h2>'));
});

describe('footnotes', () => {
  const html = render('Un[^a] deux[^b]! Un encore[^a].\n\n[^a]: Première.\n[^b]: Seconde?\n');

  it('are called by number, named for screen readers, and link back to the text', () => {
    assert.match(
      html,
      /<sup class="footnote-ref"><a href="#note-1" id="appel-1" role="doc-noteref" aria-label="Note 1">1<\/a><\/sup>/,
    );
    assert.match(
      html,
      /<section class="footnotes" role="doc-endnotes" aria-labelledby="notes">\n<h2 id="notes">Notes<\/h2>/,
    );
    assert.match(html, /<a href="#appel-2" [^>]*aria-label="Retour à l’appel de la note 2">/);
    assert.match(html, /id="appel-1-2"/);
  });

  it('let punctuation after their call have its space', () => assert.match(html, /<\/sup>\u202F!/));

  it('may have notes of their own, of which none is lost', () => {
    const nested = render('Un ^[dit ^[le soir] hier].');
    assert.match(nested, /<li id="note-1"><p>dit <sup [^>]*><a href="#note-2" id="appel-2" .* hier/);
    assert.match(nested, /<li id="note-2"><p>le soir/);
  });

  it('have no id twice', () => {
    const ids = html.match(/ id="[^"]+"/g) ?? [];
    assert.equal(new Set(ids).size, ids.length);
  });
});

const fragments = fc.constantFrom(
  ...[
    'a',
    'é ',
    '\n',
    '\n\n',
    '# ',
    '## ',
    '- ',
    '1. ',
    '> ',
    '    ',
    '```\n',
    '`',
    '<b>',
    '<!--',
    '![',
    '](',
    ')',
  ],
  ...[
    '[',
    ']',
    '[^1]',
    '[^1]: ',
    '^[',
    'https://a.b',
    'javascript:',
    '\\',
    '*',
    '**',
    '_',
    '|',
    '|-|',
    '"',
    "'",
    '«',
  ],
  ...['!', '?', ':', '...', '&amp;', '&#58;', '[r]: ', '[r]', '{{ 1+1 }}', '\r', '\0', '\u{1F600}', '\uFFFC'],
);
const bodies = fc.array(fragments, { maxLength: 40 }).map(list => list.join(''));

describe('what is certainly meant is given', () => {
  const figure = (src: string, caption: string) =>
    `<figure><img src="${src}" alt="a" loading="lazy" decoding="async"><figcaption>${caption}</figcaption>\n</figure>`;
  const link = (address: string) =>
    `<a href="${address}" class="external" rel="external noopener">${address}</a>`;
  const rows: readonly (readonly [string, string])[] = [
    ['![a](b.jpg "Le navire "Ever Given" à quai")', figure('b.jpg', 'Le navire «~Ever Given~» à quai')],
    [
      '![a](b.jpg "Le navire (dit "Ever Given") à quai")',
      figure('b.jpg', 'Le navire (dit «~Ever Given~») à quai'),
    ],
    ['![a](b.jpg « Un navire »)', figure('b.jpg', 'Un navire')],
    ['![a](b.jpg “Un navire”)', figure('b.jpg', 'Un navire')],
    ['![a](b.jpg "c") ![a](d.jpg "e")', `${figure('b.jpg', 'c')}\n${figure('d.jpg', 'e')}`],
    ['- ![a](b.jpg "c")', `<ul>\n<li>\n${figure('b.jpg', 'c')}\n</li>\n</ul>`],
    ['    Un port', '<p>Un port</p>'],
    ['\tUn port\n    rouvre', '<p>Un port\nrouvre</p>'],
    ['• Premier\n• Deuxième', '<ul>\n<li>Premier</li>\n<li>Deuxième</li>\n</ul>'],
    ['Voici\n•a **b**\nc\n•d', '<p>Voici</p>\n<ul>\n<li>a <strong>b</strong>\nc</li>\n<li>d</li>\n</ul>'],
    ['• seul', '<p>• seul</p>'],
    ['· Premier\n·Deuxième', '<ul>\n<li>Premier</li>\n<li>Deuxième</li>\n</ul>'],
    ['Ordre :\na) Un\nb) Deux', '<p>Ordre~:<br>\na) Un<br>\nb) Deux</p>'],
    ['1/ Un\n2/ Deux', '<p>1/ Un<br>\n2/ Deux</p>'],
    ['1° Un\n2° Deux', '<p>1° Un<br>\n2° Deux</p>'],
    ['le 3/\n5/ Deux', '<p>le 3/\n5/ Deux</p>'],
    ['–Bonjour\n–Salut', '<p>–Bonjour<br>\n–Salut</p>'],
    ['Un\n\u00A0\nDeux', '<p>Un</p>\n<p>Deux</p>'],
    ['– Bonjour !\n– Salut !', '<p>–~Bonjour_!<br>\n–~Salut_!</p>'],
    ['Le port\n– celui du nord – rouvre', '<p>Le port\n–~celui du nord – rouvre</p>'],
    ['https://a.fr/?a=1&amp;b=2', `<p>${link('https://a.fr/?a=1&amp;b=2')}</p>`],
    ['&lt;https://a.fr/b&gt; et', `<p>&lt;${link('https://a.fr/b')}&gt; et</p>`],
    ['_Source : https://a.fr/b.html_', `<p><em>Source~: ${link('https://a.fr/b.html')}</em></p>`],
    ['~~https://a.fr/b~~', `<p><s>${link('https://a.fr/b')}</s></p>`],
    ['**https://a.fr/b_c**.', `<p><strong>${link('https://a.fr/b_c')}</strong>.</p>`],
    ['(https://a.fr/b_(c)).', `<p>(${link('https://a.fr/b_(c)')}).</p>`],
    [
      '[a](https://matrix.to/#/#b:a.fr)',
      '<p><a href="https://matrix.to/#/%23b:a.fr" class="external" rel="external noopener">a</a></p>',
    ],
  ];
  for (const [body, html] of rows) {
    it(`${JSON.stringify(body)} shows ${html}`, () => shows(body, html));
  }

  it('as often as a file may hold it', () => {
    for (const unit of ['![a](b "c', '![a](b "c")\n', '• a\n', '– a\n', 'https://a.fr/&gt;'])
      render(unit.repeat(10_000));
  });
});

describe('on any body', () => {
  it('rendering never fails, leaves no empty tag, and gives the same HTML twice', () => {
    fc.assert(
      fc.property(bodies, body => {
        const html = render(body);
        assert.doesNotMatch(html, /<\/?>|undefined|(?:href|src)="\s*(?:javascript|data):/);
        assert.equal(render(body), html);
      }),
      howMany('article bodies'),
    );
  });

  it('text in code is shown as typed', () => {
    const code = fc.stringMatching(/^[a-z0-9"'.:;!?% -]*[a-z]$/).filter(text => !/^ |^$/.test(text));
    fc.assert(
      fc.property(code, text => {
        const shown = text.replaceAll('"', '&quot;');
        assert.ok(
          render(`Avant \`${text}\`! \n\n\`\`\`\n${text}\n\`\`\`\n`).includes(`<code>${shown}</code>`),
        );
        assert.ok(render(`\`\`\`\n${text}\n\`\`\`\n`).includes(`<code>${shown}\n</code>`));
      }),
      howMany('article bodies'),
    );
  });

  it('no id occurs twice', () => {
    fc.assert(
      fc.property(bodies, body => {
        const ids = render(body).match(/ id="[^"]+"/g) ?? [];
        assert.equal(new Set(ids).size, ids.length);
      }),
      howMany('article bodies'),
    );
  });

  it('deep nesting does not overflow the stack', () => {
    for (const mark of ['![', '^[', '[', '>', '*', '[^', '`', '<', '- ']) {
      render(mark.repeat(2000));
      render(`${mark.repeat(1000)}a${']'.repeat(1000)}`);
    }
  });
});
