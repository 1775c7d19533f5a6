// What a proof says of trees of other people's, and on bad days: it ends, in words, and the same whoever reads.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, ftruncateSync, mkdirSync, openSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { proofInWords } from '../../src/cli/proof-in-words.ts';
import { foundIn, linesOf, page, proofOf, resultOf, treeOf } from './small-tree.ts';

const ROOT = join(import.meta.dirname, '../..');

function command(...args: readonly string[]) {
  return spawnSync(process.execPath, [join(ROOT, 'src/cli/proof.ts'), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
}

describe('a proof of a strange tree', () => {
  it('of an empty one says that there is no page', async () => {
    assert.deepEqual(await foundIn({}), [
      'readable: Il n’y a aucune page ici. /',
      'no-way: Il n’y a pas de page d’accueil (index.html)\u00a0: aucun chemin n’a pu être suivi. /',
    ]);
  });

  it('follows a link that leads back up once, and ends', async () => {
    using tree = treeOf({ 'index.html': page('index.html'), 'a/b/c.txt': 'c' });
    symlinkSync('..', join(tree.dir, 'a/haut'));
    symlinkSync('../..', join(tree.dir, 'a/b/plus-haut'));
    symlinkSync('nulle-part', join(tree.dir, 'a/perdu'));
    const { pages, files } = await proofOf(tree.dir);
    assert.deepEqual({ pages, files }, { pages: 1, files: 2 });
  });

  it('passes over what no server gives', async () => {
    const lines = await foundIn({ 'index.html': page('index.html'), '.git/x.html': 'x', '.quotidien': 'x' });
    assert.deepEqual(lines, []);
  });

  it('does not read a page of gigabytes', async () => {
    using tree = treeOf({ 'index.html': page('index.html') });
    const file = openSync(join(tree.dir, 'b.html'), 'w');
    ftruncateSync(file, 3_000_000_000);
    closeSync(file);
    assert.deepEqual(linesOf(await proofOf(tree.dir)), [
      'readable: La page fait 3\u00a0Go\u00a0: elle n’a pas été lue. /b.html',
    ]);
  });

  it('reads markup that nobody closed', async () => {
    const lines = await foundIn({
      'index.html':
        '<HTML LANG=FR><TITLE>Un</TITLE><P>Un<P>Deux<A HREF=b.htm>B<A HREF="c.htm">C</B></I><TABLE><TR><TD><H1>T<script>if (a<b) "</p>"',
    });
    assert.ok(lines.includes('dead-link: Lien vers /b.htm, où il n’y a rien. /'), lines.join('\n'));
    assert.ok(lines.includes('dead-link: Lien vers /c.htm, où il n’y a rien. /'), lines.join('\n'));
  });

  it('reads other encodings as browsers do, and says so', async () => {
    const text = page('index.html', { body: '<p>Ça, c’est l’été\u202f!</p>' });
    for (const [encoding, bytes] of [
      ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
      [
        'Windows-1252',
        Buffer.from(
          text.replace('charset="utf-8"', 'charset="windows-1252"').replace('\u202f', ''),
          'latin1',
        ),
      ],
      ['UTF-8 that is broken', Buffer.concat([Buffer.from(text), Buffer.from([0xe9])])],
    ] as const) {
      const lines = await foundIn({ 'index.html': bytes });
      assert.ok(lines.includes('readable: La page n’est pas en UTF-8. /'), `${encoding}: ${lines}`);
      assert.ok(!lines.some(line => line.startsWith('title')), encoding);
    }
  });

  it('in a folder of its host takes its addresses from there', async () => {
    const base = 'https://exemple.fr/journal';
    const files = {
      'index.html': page('index.html', {
        base,
        body: '<a href="/journal/b/">B</a><a href="/ailleurs/">Ailleurs</a>',
      }),
      'b/index.html': page('b/index.html', { base, body: '<a href="/journal/c/">C</a>' }),
    };
    assert.deepEqual(await foundIn(files), ['dead-link: Lien vers /c/, où il n’y a rien. /b/']);
    assert.ok(
      (await foundIn(files, { baseUrl: 'https://exemple.fr' })).length > 1,
      'elsewhere they lead nowhere',
    );
  });

  it('takes pieces that a server, a cache or a script puts in for pieces', async () => {
    const lines = await foundIn({
      'index.html': page('index.html', {
        body: '<!--#include virtual="/m/a.html" stub="b" --><esi:include src="/m/b.html"/>',
      }),
      'm/a.html': '<p><a href="/c.html">C</a></p>',
      'm/b.html': '<p>B</p>',
      'c.html': page('c.html'),
    });
    assert.deepEqual(lines, []);
  });

  it('of hidden pages alone, as a preview is, asks for no sitemap and no way', async () => {
    const head = '<meta name="robots" content="noindex">';
    assert.deepEqual(
      await foundIn({ 'index.html': page('index.html', { head }), 'b.html': page('b.html', { head }) }),
      [],
    );
  });

  it('finds the same with one thread, with three, and alone', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 90 }, (_, at) => [
        at === 0 ? 'index.html' : `p${at}.html`,
        page(at === 0 ? 'index.html' : `p${at}.html`, {
          title: `Titre ${at % 40}`,
          body: `<a href="/p${at + 1}.html#rien">Suite</a><a href="/perdu${at % 7}/">?</a><p>Quoi ${at} ?</p>`,
        }),
      ]),
    );
    using tree = treeOf(files);
    const alone = await proofOf(tree.dir);
    assert.ok(linesOf(alone).length > 100);
    for (const threads of [1, 3]) assert.deepEqual(await proofOf(tree.dir, { threads }), alone);
  });

  it('of a hundred thousand dead links keeps few, counts all, and says how many it left out', async () => {
    using tree = treeOf({ 'index.html': page('index.html') });
    mkdirSync(join(tree.dir, 'p'));
    const each = 1000;
    for (let at = 0; at < 100; at++) {
      const links = Array.from(
        { length: each },
        (_, link) => `<a href="/perdu/${at * each + link}">x</a>`,
      ).join('');
      writeFileSync(join(tree.dir, `p/${at}.html`), `<p>${links}</p>`);
    }
    const proof = await proofOf(tree.dir);
    const { count, findings, leftOut, looked } = resultOf(proof, 'dead-link');
    assert.equal(count, 100 * each);
    assert.ok(looked >= count);
    assert.equal(findings.length, 2000);
    assert.equal(leftOut, count - findings.length);
    assert.match(proofInWords(proof, '_site', { width: 100, showsAll: true }), /98\u202f000 autres fautes/);
  });
});

describe('npm run proof', () => {
  it('ends with 0 without an error, with 1 with one, with 2 where there is no site', () => {
    using right = treeOf({ 'index.html': page('index.html') });
    const fine = command(right.dir);
    assert.equal(fine.status, 0, fine.stdout + fine.stderr);
    assert.match(fine.stdout, /Tout est en ordre\.\n$/);
    using wrong = treeOf({ 'index.html': page('index.html', { body: '<a href="/rien/">Rien</a>' }) });
    const found = command(`file:${wrong.dir}`, '--json', '--quiet');
    assert.equal(found.status, 1, found.stderr);
    assert.match(found.stdout, /Lien vers \/rien\/, où il n’y a rien\.\n {4}\/\n/);
    const { rules } = JSON.parse(found.stdout.trim().split('\n').at(-1)!);
    assert.equal(rules.find(({ rule }: { rule: string }) => rule === 'dead-link').count, 1);
    const missing = command('nulle-part');
    assert.equal(missing.status, 2);
    assert.match(missing.stderr, /«\u00a0nulle-part\u00a0» n’est pas un dossier/);
  });

  it('fits a narrow terminal', async () => {
    using tree = treeOf({ 'index.html': page('index.html') });
    const text = proofInWords(await proofOf(tree.dir), '_site', { width: 40, showsAll: false });
    for (const line of text.split('\n')) assert.ok(line.length <= 60, line);
    assert.match(text, /^Liens\u00a0: aucune \(1 lien\)$/m);
  });
});
