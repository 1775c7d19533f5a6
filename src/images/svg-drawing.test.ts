import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { svgDrawing } from './svg-drawing.ts';

const around = (inside: string, attributes = 'viewBox="0 0 4 3"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`;

/** The rule that the drawing breaks; null: it is taken. */
async function ruleOf(svg: string | Buffer): Promise<string | null> {
  const drawing = await svgDrawing(Buffer.from(svg), 'quai.svg');
  return drawing.ok ? null : drawing.mistake.rule;
}

describe('a drawing', () => {
  it('is taken when all of it stands in the file', async () => {
    const pixel = 'data:image/png;base64,iVBORw0KGgo=';
    for (const svg of [
      around('<rect width="4" height="3"/>'),
      around(
        '<path fill="url(#a)"/><path style="fill: url( \'#a\' )"/><use xlink:href="#b"/><use href=" #b"/>',
      ),
      around(`<image href="${pixel}" width="4" height="3"/>`),
      around('<style>.a { fill: url("#a") } /* @import url(autre.css) */</style>'),
      around('<style><![CDATA[.a > b { fill: red }]]></style>'),
      around('<text>@import url(autre.css) dans un texte</text>'),
      around('<a href="https://exemple.fr/"><rect onclick="alert(1)"/></a>'),
      around('<!-- <script> en commentaire <image href="quai.png"/> -->'),
      around('<g style="font-family: &quot;Source Sans 3&quot;"/>'),
      `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n${around('')}`,
    ])
      assert.equal(await ruleOf(svg), null, svg);
  });

  it('is refused when it refers to anything outside itself, however that is written', async () => {
    for (const svg of [
      around('<image href="quai.png"/>'),
      around('<image xlink:href="https://exemple.fr/quai.png"/>'),
      around('<svg:image xmlns:svg="http://www.w3.org/2000/svg" xlink:href="file:///etc/passwd"/>'),
      around("<IMAGE HREF='//exemple.fr/quai.png'/>"),
      around('<image href="&#x66;ile:///etc/passwd"/>'),
      around('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'),
      around('<use href="autre.svg#a"/>'),
      around('<path fill="url(autre.svg#a)"/>'),
      around('<path style="fill:url(&quot;https://exemple.fr/a.svg#a&quot;)"/>'),
      around('<path style="fill:u\\72l(autre.svg#a)"/>'),
      around('<style>@import url(autre.css);</style>'),
      around('<style>@im\\port "autre.css";</style>'),
      around('<style><![CDATA[@import "autre.css";]]></style>'),
      around('<style>@font-face { src: url(data:font/woff2;base64,AAAA) }</style>'),
      around('<path fill="url(#a)" stroke="url(#b) url(autre.svg)"/>'),
      `<?xml-stylesheet href="autre.css"?>${around('')}`,
    ])
      assert.equal(await ruleOf(svg), 'svg-outside', svg);
  });

  it('is refused when it says what could stand for anything', async () => {
    assert.equal(
      await ruleOf(`<!DOCTYPE svg [<!ENTITY a "file:///etc/passwd">]>${around('&a;')}`),
      'svg-declarations',
    );
    assert.equal(
      await ruleOf(`<!DOCTYPE svg SYSTEM "a.dtd" [ <!ENTITY % a SYSTEM "b"> %a; ]>${around('')}`),
      'svg-declarations',
    );
  });

  it('is refused when it would be drawn otherwise than its author saw it', async () => {
    assert.equal(await ruleOf(around('<script>draw()</script>')), 'svg-script');
    assert.equal(await ruleOf(around('<script href="a.js"/>')), 'svg-script');
    assert.equal(await ruleOf(around('<s:Script xmlns:s="http://www.w3.org/2000/svg"/>')), 'svg-script');
    assert.equal(await ruleOf(around('<foreignObject><p>Le quai</p></foreignObject>')), 'svg-foreign-object');
    assert.equal(
      await ruleOf(around('<rect><animate attributeName="x" to="3"/></rect>')),
      'animated-photograph',
    );
    assert.equal(
      await ruleOf(around('<style>@keyframes a { to { x: 1px } }</style>')),
      'animated-photograph',
    );
  });

  it('needs a size that does not depend on the page around it', async () => {
    for (const size of [
      '',
      'width="100%" height="100%"',
      'width="4"',
      'width="0" height="3"',
      'viewBox="0 0 4"',
      'viewBox="0 0 0 3"',
      'viewBox="0 0 .4 .3"',
    ])
      assert.equal(await ruleOf(around('', size)), 'svg-without-size', size);
    for (const size of [
      'width="4" height="3"',
      'width="4.5mm" height=".3in"',
      'viewBox="0,0,4,3" width="100%"',
      'viewBox="0 0 .4 .3" width="40" height="30"',
    ])
      assert.equal(await ruleOf(around('', size)), null, size);
  });

  it('is read in the encoding that it says', async () => {
    const latin = `<?xml version="1.0" encoding="ISO-8859-1"?>${around('<text>\xc9t\xe9</text>')}`;
    const drawing = await svgDrawing(Buffer.from(latin, 'latin1'), 'quai.svg');
    assert.ok(drawing.ok);
    assert.match(drawing.svg.toString('utf8'), /^<svg .*<text>Été<\/text>/);
    assert.equal(await ruleOf(Buffer.from(around('<text>\xc9t\xe9</text>'), 'latin1')), 'svg-encoding');
    assert.equal(await ruleOf(`<?xml version="1.0" encoding="UTF-7"?>${around('')}`), 'svg-encoding');
  });

  it('is said to be broken when it is no XML', async () => {
    for (const svg of [
      around('<rect width="4'),
      around('<rect width=4/>'),
      around('<!-- '),
      around('<rect <rect/>'),
    ])
      assert.equal(await ruleOf(svg), 'broken-photograph', svg);
  });

  it('may hold images of megabytes', async () => {
    const image = `data:image/jpeg;base64,${'A'.repeat(30_000_000)}`;
    assert.equal(await ruleOf(around(`<image href="${image}"/>`)), null);
  });

  it('tells what it refers to in one short line', async () => {
    const drawing = await svgDrawing(
      Buffer.from(around(`<image href="a\n${'b'.repeat(200)}"/>`)),
      'quai.svg',
    );
    assert.ok(!drawing.ok);
    assert.match(drawing.mistake.message, /\(a b{40,60}…\)/);
  });

  it('is never more than its reader can take', async () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '/',
      '=',
      'svg',
      ' ',
      'href',
      '<!--',
      '-->',
      '<![CDATA[',
      '&#x',
      ';',
      '<?xml',
      '?>',
      '<style>',
      '\\',
      '@',
      '(',
      'url',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece), async pieces => {
        await ruleOf(pieces.join(''));
        await ruleOf(around(pieces.join('')));
      }),
    );
  });
});
