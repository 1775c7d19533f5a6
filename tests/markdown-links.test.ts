// Links to other Markdown files, as editors' programs write them, lead readers to the pages of these files.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { holdsTexts } from './holds-texts.ts';
import { article, type MiniSite, miniSite } from './mini-site.ts';

const PORT = '/chine/2014/05/20/port.html';
const FOIRE = '/chine/2014/04/19/foire.html';
const PAGE = '---\ntitle: À propos\ndescription: Qui nous sommes.\n---\n\n';

const hrefs = (site: MiniSite, url: string): readonly string[] =>
  [...site.page(url).matchAll(/<a href="([^"]*)"[^>]*>lien<\/a>/g)].map(match => match[1]!);

describe('a link to another Markdown file', () => {
  it('leads to its page, however it is written', async () => {
    const ways = [
      '../04/foire.md',
      '../04/foire.md#partie-la-suite',
      './port.md',
      'crue.md "La crue"',
      '<../04/foire.md>',
      '/content/articles/2014/04/foire.md',
      '/articles/2014/04/foire.md',
      '..\\04\\foire.md',
      '../../../pages/a-propos.md',
    ];
    using site = miniSite({
      'content/articles/2014/05/port.md': article({}, ways.map(way => `[lien](${way})`).join('\n\n')),
      'content/articles/2014/05/crue.md': article({ section: 'monde' }),
      'content/articles/2014/04/foire.md': article(
        { date: '2014-04-19' },
        'Le texte.\n\n## La suite\n\nFin.',
      ),
      'content/pages/a-propos.md': `${PAGE}[lien](../articles/2014/05/port.md)\n`,
    });
    await site.built();
    assert.deepEqual(hrefs(site, PORT), [
      FOIRE,
      `${FOIRE}#partie-la-suite`,
      PORT,
      '/monde/2014/05/20/crue.html',
      FOIRE,
      FOIRE,
      FOIRE,
      FOIRE,
      '/a-propos/',
    ]);
    assert.deepEqual(hrefs(site, '/a-propos/'), [PORT]);
  });

  it('changes the page with the address of the other, and with nothing else of it', async () => {
    using site = miniSite({
      'content/articles/port.md': article({ date: '2014-05-18' }, '[lien](foire.md)'),
      'content/articles/foire.md': article({ date: '2014-04-19' }),
      'content/pages/a-propos.md': `${PAGE}[lien](../articles/foire.md)\n`,
    });
    await site.built();
    const port = '/chine/2014/05/18/port.html';
    site.edit('content/articles/foire.md', text => text.replace('Le texte.', 'Un autre texte.'));
    const texts = await site.writtenBy(() => site.built());
    assert.deepEqual(
      texts.filter(url => !holdsTexts(url)),
      [FOIRE],
    );
    site.edit('content/articles/foire.md', text => text.replace('"2014-04-19"', '"2014-04-18"'));
    const written = await site.writtenBy(() => site.built());
    assert.ok(written.includes(port) && written.includes('/a-propos/'), written.join());
    assert.deepEqual(hrefs(site, port), ['/chine/2014/04/18/foire.html']);
    assert.deepEqual(hrefs(site, '/a-propos/'), ['/chine/2014/04/18/foire.html']);
    assert.deepEqual((await site.cleanBuild()).tree, site.tree());
  });

  it('to an article that has expired, or from a draft to a draft, is no problem', async () => {
    using site = miniSite({
      'content/articles/port.md': article({}, '[lien](vieux.md)'),
      'content/articles/vieux.md': article({ date: '2014-05-18', expires: '2014-05-19' }),
      'content/articles/a.md': article({ draft: true }, '[lien](b.md)'),
      'content/articles/b.md': article({ draft: true }, '[lien](a.md)'),
      // Both appear together.
      'content/articles/c.md': article({ date: '2014-06-02' }, '[lien](d.md)'),
      'content/articles/d.md': article({ date: '2014-06-02' }, '[lien](c.md)'),
    });
    assert.deepEqual((await site.checked()).problems, []);
    await site.built();
  });

  it('is only text in code, and where a text speaks of a file', async () => {
    using site = miniSite({
      'content/articles/port.md': article(
        {},
        'Ouvrez `[a](autre.md)`, puis autre.md.\n\n```\n[a](autre.md)\n```',
      ),
    });
    await site.built();
  });
});
