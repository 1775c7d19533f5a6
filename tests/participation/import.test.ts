// Comments that readers wrote elsewhere, on their way to the files of the site.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { readComment } from '../../src/comment/read-comment.ts';
import { foreignComments } from '../../src/participation/foreign-comments.ts';
import { importComments } from '../../src/participation/import-comments.ts';
import { textOfHtml } from '../../src/participation/text-of-html.ts';
import { quickestFolder } from '../quickest-folder.ts';

const wpComment = (id: number, fields: Readonly<Record<string, string>> = {}): string => {
  const all = {
    comment_id: String(id),
    comment_author: 'Jeanne',
    comment_author_email: 'jeanne@exemple.fr',
    comment_author_IP: '192.0.2.1',
    comment_date_gmt: '2014-05-20 07:30:00',
    comment_content: 'Bien.',
    comment_approved: '1',
    comment_type: 'comment',
    ...fields,
  };
  return `<wp:comment>${Object.entries(all)
    .map(([name, text]) => `<wp:${name}><![CDATA[${text}]]></wp:${name}>`)
    .join('')}</wp:comment>`;
};

const WXR = (comments: string): string => `\ufeff<?xml version="1.0" encoding="UTF-8"?>
<!-- This is a WordPress eXtended RSS file -->
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Site</title><item><title>Le port</title><link>https://exemple.fr/2014/05/port/</link><wp:post_name><![CDATA[port]]></wp:post_name><wp:post_date>2014-05-20 15:00:00</wp:post_date>${comments}</item></channel></rss>`;

const DISQUS = `<?xml version="1.0" encoding="utf-8"?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
<thread dsq:id="7"><link>https://exemple.fr/chine/2014/05/20/port.html</link><createdAt>2014-05-20T07:00:00Z</createdAt></thread>
<post dsq:id="1"><message><![CDATA[<p>Vu <a href="https://exemple.fr/a" rel="nofollow">ici</a>.</p><p>Merci&nbsp;&amp; bravo</p>]]></message><createdAt>2014-05-20T08:00:00Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam><author><name>Paul</name><isAnonymous>false</isAnonymous></author><thread dsq:id="7"/></post>
<post dsq:id="2"><message>Effacé</message><createdAt>2014-05-20T08:00:00Z</createdAt><isDeleted>true</isDeleted><isSpam>false</isSpam><author><name>Paul</name></author><thread dsq:id="7"/></post>
<post dsq:id="3"><message>Indésirable</message><createdAt>2014-05-20T08:00:00Z</createdAt><isDeleted>false</isDeleted><isSpam>true</isSpam><author><name>Paul</name></author><thread dsq:id="7"/></post>
<post dsq:id="4"><message>Anonyme</message><createdAt>2014-05-20T09:00:00Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam><author><name>x</name><isAnonymous>true</isAnonymous></author><thread dsq:id="7"/></post>
</disqus>`;

/** A content folder with these articles. */
function content(...articles: readonly string[]) {
  const dir = mkdtempSync(join(quickestFolder(), 'quotidien-import-'));
  for (const path of articles) {
    mkdirSync(dirname(join(dir, 'articles', path)), { recursive: true });
    writeFileSync(join(dir, 'articles', path), '');
  }
  const read = (folder: string) =>
    readdirSync(join(dir, 'comments', folder))
      .sort()
      .map(name => {
        const file = join(dir, 'comments', folder, name);
        const comment = readComment(file, readFileSync(file), 'UTC');
        assert.ok(comment.ok);
        assert.doesNotMatch(readFileSync(file, 'utf8'), /exemple\.fr$|192\.0|@/m);
        return comment.value;
      });
  return { dir, read, [Symbol.dispose]: () => rmSync(dir, { recursive: true, force: true }) };
}

describe('an export of WordPress', () => {
  it('gives its approved comments, without address and e-mail, once', async () => {
    using site = content('2014/05/port.md');
    const comments = foreignComments(
      WXR(
        [
          wpComment(1, { comment_content: 'Un <strong>avis</strong> &amp; un autre.\n\nFin.\u0001' }),
          wpComment(2, { comment_approved: '0', comment_content: 'En attente' }),
          wpComment(3, { comment_approved: 'spam', comment_content: 'Indésirable' }),
          wpComment(4, { comment_type: 'pingback', comment_content: 'Ailleurs' }),
          wpComment(5, { comment_author: '', comment_date_gmt: '2014-05-20 07:31:00' }),
        ].join(''),
      ),
    )!;
    const imported = await importComments(comments, site.dir);
    assert.deepEqual(imported, { written: 2, kept: 0, empty: 0, cut: 0, unknown: [] });
    const [first, second] = site.read('2014/05/port');
    const { id: _, ...words } = first!;
    assert.deepEqual(
      { ...words },
      {
        replyTo: null,
        name: 'Jeanne',
        date: Date.parse('2014-05-20T07:30:00Z'),
        text: 'Un avis & un autre.\n\nFin.',
      },
    );
    assert.equal(second!.name, null);
    assert.equal((await importComments(comments, site.dir)).kept, 2);
  });

  it('keeps who answered to whom, but for what nobody saw there', async () => {
    using site = content('2014/05/port.md');
    const answer = (id: number, to: number, more = {}) =>
      wpComment(id, { comment_parent: String(to), comment_content: `Réponse ${id}`, ...more });
    const comments = [wpComment(1, { comment_parent: '0' }), answer(2, 1), answer(3, 2), answer(4, 5)];
    const hidden = wpComment(5, { comment_approved: '0' });
    await importComments(foreignComments(WXR([...comments, hidden].join('')))!, site.dir);
    const read = site.read('2014/05/port');
    const idOf = (text: string) => read.find(each => each.text === text)!.id;
    assert.deepEqual(Object.fromEntries(read.map(({ text, replyTo }) => [text, replyTo])), {
      'Bien.': null,
      'Réponse 2': idOf('Bien.'),
      'Réponse 3': idOf('Réponse 2'),
      'Réponse 4': null,
    });
  });

  it('names the articles that are not there, and leaves out what nobody could show', async () => {
    using site = content('2014/05/autre.md');
    const comments = foreignComments(
      WXR(
        wpComment(1) +
          wpComment(2, { comment_content: '<br>' }) +
          wpComment(3, { comment_date_gmt: '0000-00-00 00:00:00' }),
      ),
    )!;
    const { written, empty, unknown } = await importComments(comments, site.dir);
    assert.deepEqual([written, empty, unknown], [0, 2, ['port']]);
  });

  it('tells articles of one name apart by their month', async () => {
    using site = content('2014/04/port.md', '2014/05/port.md');
    await importComments(foreignComments(WXR(wpComment(1)))!, site.dir);
    assert.equal(site.read('2014/05/port').length, 1);
  });

  it('has a text that is too long end in time, with no half of a character', async () => {
    using site = content('2014/05/port.md');
    const text = `${'a'.repeat(2998)}\u{1f600}\u{1f600} fin`;
    const { cut } = await importComments(
      foreignComments(WXR(wpComment(1, { comment_content: text })))!,
      site.dir,
    );
    assert.equal(cut, 1);
    assert.equal(site.read('2014/05/port')[0]!.text, `${'a'.repeat(2998)}…`);
  });
});

describe('an export of Disqus', () => {
  it('gives what was neither deleted nor spam, as the text that readers saw', async () => {
    using site = content('2014/05/port.md');
    assert.equal((await importComments(foreignComments(DISQUS)!, site.dir)).written, 2);
    const comments = site.read('2014/05/port');
    assert.deepEqual(
      comments.map(({ name, text }) => [name, text]),
      [
        ['Paul', 'Vu ici (https://exemple.fr/a).\n\nMerci & bravo'],
        [null, 'Anonyme'],
      ],
    );
  });
});

describe('another file', () => {
  it('is none of them, or no XML', () => {
    assert.equal(foreignComments('<html/>'), null);
    assert.equal(foreignComments('<rss/>'), null);
    assert.throws(() => foreignComments('name,text'));
  });
});

describe('HTML', () => {
  it('becomes text, which is never HTML again by accident', () => {
    for (const [html, text] of [
      ['3 < 4 et 5 > 4', '3 < 4 et 5 > 4'],
      ['&lt;b&gt; &amp;lt;', '<b> &lt;'],
      ['a<br />b', 'a\nb'],
      ['<a href="https://exemple.fr/long">https://exemple.fr/lo…</a>', 'https://exemple.fr/long'],
      ['&#233;&#xe9;&eacute;&inconnu;', 'ééé&inconnu;'],
      ['<script>x</script><!-- y -->', 'x'],
    ] as const)
      assert.equal(textOfHtml(html), text);
  });
});
