// A link within the site leads to a page that readers find there, or its editor is told.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BuildOutcome } from '../src/engine/build.ts';
import { article, type BuildChanges, type MiniSite, miniSite } from './mini-site.ts';

const PORT = 'content/articles/port.md';
const PORT_URL = '/chine/2014/05/20/port.html';
const GARE = 'content/articles/gare.md';
const GARE_URL = '/monde/2014/05/19/gare.html';

const gare = (fields: object = {}, text = 'Un quai.'): string =>
  article({ title: 'La gare', section: 'monde', date: '2014-05-19T10:00', ...fields }, text);

/** A portal of two articles, of which the first links. */
function portal(link: string, others: Readonly<Record<string, string>> = {}): MiniSite {
  return miniSite({ [PORT]: article({}, `Voir [la suite](${link}).`), [GARE]: gare(), ...others });
}

interface Told {
  readonly stopped: boolean;
  /** `8:9 link-unknown` of the port’s article. */
  readonly at: readonly string[];
  readonly says: string;
}

function told(outcome: BuildOutcome): Told {
  // Of addresses that are lost another test tells.
  const said = (outcome.ok ? outcome.warnings : outcome.problems).filter(
    ({ rule }) => rule !== 'address-lost',
  );
  return {
    stopped: !outcome.ok,
    at: said.map(({ line, column, rule }) => `${line}:${column} ${rule}`),
    says: said
      .map(({ message }) => message)
      .join('\n')
      .replace(/[\u00a0\u202f]/g, ' '),
  };
}

const build = async (site: MiniSite, changes?: BuildChanges): Promise<Told> =>
  told(await site.build(changes));

const NOTHING = { stopped: false, at: [], says: '' };

describe('a link within the site is right', () => {
  const RIGHT: Readonly<Record<string, readonly [link: string, others?: Readonly<Record<string, string>>]>> =
    {
      'to an article': [GARE_URL],
      'to the page itself': [
        '#partie-un-titre',
        { [PORT]: article({}, '## Un titre\n\n[Haut](#partie-un-titre)') },
      ],
      'to a passage of another article': [
        `${GARE_URL}#partie-les-quais`,
        { [GARE]: gare({}, '## Les quais\n\nTrois.') },
      ],
      'to a note': [`${GARE_URL}#note-1`, { [GARE]: gare({}, 'Un quai[^1].\n\n[^1]: Une note.') }],
      'to what a template has an id for': [`${GARE_URL}#commentaires`],
      'to an old address': ['/vieille-gare.html', { [GARE]: gare({ aliases: ['/vieille-gare.html'] }) }],
      'to an old address of another generator, as a folder': [
        '/2014/05/gare/',
        { [GARE]: gare({ aliases: ['/2014/05/gare'] }) },
      ],
      'to a section, with a question': ['/monde/?page=1'],
      'to a day of the archives': ['/archives/2014/05/20/'],
      'to the feed': ['/flux.xml'],
      'to a file of the theme': ['/favicon.svg'],
      'to the front page by the site’s own name': ['https://portail.example/'],
      'to an article by the site’s own name': [`https://portail.example${GARE_URL}`],
      'to an editorial page': [
        '/contact/',
        { 'content/pages/contact.md': '---\ntitle: Contact\ndescription: Écrire.\n---\n\nÉcrivez.\n' },
      ],
      'to an article that appeared after this one': [
        GARE_URL,
        { [GARE]: gare({ date: '2014-05-19T10:00', publish: '2014-05-20T15:00' }) },
      ],
      'from a draft to a draft': [
        GARE_URL,
        { [PORT]: article({ draft: true }, `[a](${GARE_URL})`), [GARE]: gare({ draft: true }) },
      ],
      'to one that appears earlier, when both are scheduled': [
        GARE_URL,
        {
          [PORT]: article({ publish: '2014-05-21T10:00' }, `[a](${GARE_URL})`),
          [GARE]: gare({ publish: '2014-05-21T09:00' }),
        },
      ],
      'in code, where it is none': [
        'https://ailleurs.example/',
        { [PORT]: article({}, 'On écrit `[a](/rien/)`.') },
      ],
    };
  for (const [what, [link, others]] of Object.entries(RIGHT)) {
    it(what, async () => {
      using site = portal(link, others);
      assert.deepEqual(await build(site), NOTHING);
      assert.deepEqual(await build(site), NOTHING);
    });
  }

  it('to a page of the owner’s own', async () => {
    using site = portal('/equipe/');
    assert.deepEqual((await build(site)).at, ['8:17 link-unknown']);
    site.editTheme('eleventy/equipe.njk', () => '---\npermalink: /equipe/\n---\n<p>Nous.</p>');
    assert.deepEqual(await build(site), NOTHING);
    const { problems, warnings } = await site.checked();
    assert.deepEqual([problems.length, warnings.map(({ rule }) => rule)], [0, ['link-unknown']]);
  });
});

describe('a link within the site stops the build', () => {
  const WRONG: Readonly<
    Record<
      string,
      readonly [link: string, rule: string, says: RegExp, others?: Readonly<Record<string, string>>]
    >
  > = {
    'to an article that nobody wrote': [
      '/monde/2014/05/19/gares.html',
      'link-unknown',
      /Vouliez-vous dire « \/monde\/2014\/05\/19\/gare\.html »/,
    ],
    'to the right name on the wrong day': [
      '/monde/2014/05/18/gare.html',
      'link-unknown',
      /Vouliez-vous dire « \/monde\/2014\/05\/19\/gare\.html »/,
    ],
    'to a section that is none': ['/mondes/', 'link-unknown', /Vouliez-vous dire « \/monde\/ »/],
    'to a wrong address by the site’s own name': [
      'https://portail.example/mondes/',
      'link-unknown',
      /« \/mondes\/ »/,
    ],
    'in other letters': ['/Monde/', 'link-capitals', /écrivez « \/monde\/ »/],
    'to a draft': [
      GARE_URL,
      'link-to-draft',
      /« content\/articles\/gare\.md »|« articles\/gare\.md »/,
      { [GARE]: gare({ draft: true }) },
    ],
    'to an article that appears later': [
      GARE_URL,
      'link-to-scheduled',
      /paraîtra après celui-ci/,
      { [GARE]: gare({ publish: '2014-05-21T10:00' }) },
    ],
    'to a passage that is not there': [
      `${GARE_URL}#partie-les-quai`,
      'link-fragment',
      /Vouliez-vous dire « partie-les-quais »/,
      { [GARE]: gare({}, '## Les quais\n\nTrois.') },
    ],
    'to the editor’s own machine': [
      `http://localhost:8080${GARE_URL}`,
      'link-this-machine',
      /écrivez « \/monde\/2014\/05\/19\/gare\.html »/,
    ],
  };
  for (const [what, [link, rule, says, others]] of Object.entries(WRONG)) {
    it(what, async () => {
      using site = portal(link, others);
      const { stopped, at, says: said } = await build(site);
      assert.deepEqual({ stopped, at }, { stopped: true, at: [`8:17 ${rule}`] });
      assert.match(said, says);
      const checked = await site.checked();
      assert.deepEqual(
        [...checked.problems, ...checked.warnings].map(problem => problem.rule),
        [rule],
      );
    });
  }

  it('from an editorial page', async () => {
    using site = miniSite({
      [PORT]: article(),
      'content/pages/contact.md':
        '---\ntitle: Contact\ndescription: Écrire.\n---\n\n[Le port](/chine/2014/05/20/ports.html)\n',
    });
    assert.deepEqual((await build(site)).at, ['6:11 link-unknown']);
  });

  it('and leaves its article out when told to keep going, until the link is mended', async () => {
    using site = portal('/chine/2014/05/20/ports.html');
    const outcome = await site.build({ keepGoing: true });
    assert.ok(outcome.ok && outcome.problems.length === 1);
    assert.ok(!site.has(PORT_URL) && site.has(GARE_URL));
    assert.ok((await site.build({ keepGoing: true })).ok && !site.has(PORT_URL));
    site.edit(PORT, text => text.replace('/chine/2014/05/20/ports.html', GARE_URL));
    assert.deepEqual(await build(site), NOTHING);
    assert.ok(site.has(PORT_URL));
  });

  it('but not for a mistake that another article has', async () => {
    using site = portal(GARE_URL, { [GARE]: gare({ section: 'lune' }) });
    assert.deepEqual((await build(site)).at, ['5:10 unknown-section']);
    site.write(GARE, '---\ntitle: [\n---\n\nTexte.\n');
    const outcome = await site.build();
    assert.deepEqual(!outcome.ok && outcome.problems.map(({ file }) => file.endsWith('gare.md')), [true]);
  });

  it('at the old one’s line when an intertitre of another article changes', async () => {
    using site = portal(`${GARE_URL}#partie-les-quais`, { [GARE]: gare({}, '## Les quais\n\nTrois.') });
    assert.deepEqual(await build(site), NOTHING);
    site.edit(GARE, text => text.replace('Les quais', 'Les voies'));
    assert.deepEqual((await build(site)).at, ['8:17 link-fragment']);
  });
});

describe('a link to what was there once is a warning, and stops nothing,', () => {
  it('when the article has expired', async () => {
    using site = portal(GARE_URL, { [GARE]: gare({ expires: '2014-05-20T15:00' }) });
    const { stopped, at, says } = await build(site);
    assert.deepEqual({ stopped, at }, { stopped: false, at: ['8:17 link-gone'] });
    assert.match(says, /n’est plus en ligne/);
    assert.deepEqual(
      (await site.checked()).warnings.map(({ rule }) => rule),
      ['link-gone'],
    );
  });

  it('when the article was deleted, at this build and the next ones, until the link is taken out', async () => {
    using site = portal(GARE_URL);
    assert.deepEqual(await build(site), NOTHING);
    site.remove(GARE);
    for (let builds = 0; builds < 3; builds++) {
      const { stopped, at } = await build(site);
      assert.deepEqual({ stopped, at }, { stopped: false, at: ['8:17 link-gone'] });
    }
    assert.ok(!site.has(GARE_URL));
    site.edit(PORT, text => text.replace(`(${GARE_URL})`, '(/)'));
    assert.deepEqual(await build(site), NOTHING);
    site.edit(PORT, text => text.replace('(/)', `(${GARE_URL})`));
    assert.deepEqual((await build(site)).at, ['8:17 link-unknown']);
  });

  it('when an article expires at an hour at which nobody is there', async () => {
    using site = portal(GARE_URL, { [GARE]: gare({ expires: '2014-05-21T03:00' }) });
    assert.deepEqual(await build(site), NOTHING);
    assert.equal((await build(site, { now: '2014-05-21T03:00:00+08:00' })).stopped, false);
  });
});

describe('a link to what has moved with its slug is a warning that names the address of today, and stops nothing,', () => {
  const SECTIONS = `- { slug: chine, name: Chine }
- { slug: terre, name: Terre, formerly: [monde, globe] }
`;
  const NOW_URL = '/terre/2014/05/19/gare.html';
  const moved = (link: string, others: Readonly<Record<string, string>> = {}): MiniSite =>
    portal(link, { '_data/sections.yaml': SECTIONS, [GARE]: gare({ section: 'terre' }), ...others });

  const MOVED: Readonly<
    Record<string, readonly [link: string, present: string, others?: Readonly<Record<string, string>>]>
  > = {
    'when it is an article’s': [GARE_URL, NOW_URL],
    'when its slug changed twice': ['/globe/2014/05/19/gare.html', NOW_URL],
    'when it is the section’s': ['/monde/', '/terre/'],
    'when it is a month’s, with a question': ['/monde/2014/05/?a=1', '/terre/2014/05/'],
    'when it has the site’s own name': [`https://portail.example${GARE_URL}`, NOW_URL],
    'when it is a topic’s': [
      '/sujets/commerce/',
      '/sujets/negoce/',
      {
        '_data/topics.yaml': '- { slug: negoce, name: Négoce, formerly: [commerce] }\n',
        [GARE]: gare({ section: 'terre', topics: ['negoce'] }),
      },
    ],
    'when it is an editorial page’s, at a passage': [
      '/contact/#partie-nous',
      '/ecrire/',
      {
        'content/pages/ecrire.md':
          '---\ntitle: Écrire\ndescription: Écrire.\nformerly: [contact]\n---\n\n## Nous\n\nÉcrivez.\n',
      },
    ],
    'when the article had another name besides': [
      '/globe/2014/05/19/quai.html',
      NOW_URL,
      { [GARE]: gare({ section: 'terre', aliases: ['/monde/2014/05/19/quai.html'] }) },
    ],
    'when only a rule of the host’s leads on': [
      '/spip.php?article12#forum',
      NOW_URL,
      { [GARE]: gare({ section: 'terre', aliases: ['/spip.php?article12'] }) },
    ],
    'when it is one that some hosts take for the front page': [
      '/index.php',
      NOW_URL,
      { [GARE]: gare({ section: 'terre', aliases: ['/index.php'] }) },
    ],
    'when such an address is one of the front page': [
      '/?p=%C3%A9',
      NOW_URL,
      { [GARE]: gare({ section: 'terre', aliases: ['/?p=é'] }) },
    ],
  };
  for (const [what, [link, present, others]] of Object.entries(MOVED))
    it(what, async () => {
      using site = moved(link, others);
      for (const { stopped, at, says } of [await build(site), await build(site)]) {
        assert.deepEqual({ stopped, at }, { stopped: false, at: ['8:17 link-moved'] });
        assert.ok(says.includes(`Écrivez « ${present} »`), says);
      }
      const { problems, warnings } = await site.checked();
      assert.deepEqual([problems, warnings.map(({ rule }) => rule)], [[], ['link-moved']]);
    });

  const OTHERWISE: Readonly<
    Record<string, readonly [link: string, rule: string, others?: Readonly<Record<string, string>>]>
  > = {
    'but not when the article of today is a draft': [
      GARE_URL,
      'link-to-draft',
      { [GARE]: gare({ section: 'terre', draft: true }) },
    ],
    'nor when the passage is not there': [`${GARE_URL}#partie-les-quais`, 'link-fragment'],
    'nor when nothing has ever been there': ['/monde/2014/05/19/gares.html', 'link-unknown'],
    'nor when the address has capitals': ['/Monde/', 'link-capitals'],
    'nor when an old name is looked for below the present slug': [
      '/terre/2014/05/19/quai.html',
      'link-unknown',
      { [GARE]: gare({ section: 'terre', aliases: ['/monde/2014/05/19/quai.html'] }) },
    ],
    'nor with another question': [
      '/spip.php?article13',
      'link-unknown',
      { [GARE]: gare({ section: 'terre', aliases: ['/spip.php?article12'] }) },
    ],
  };
  for (const [what, [link, rule, others]] of Object.entries(OTHERWISE))
    it(what, async () => {
      using site = moved(link, others);
      const { stopped, at } = await build(site);
      assert.ok(stopped);
      assert.ok(at.includes(`8:17 ${rule}`), at.join());
    });

  it('when its section has just moved, and when the article is deleted later', async () => {
    using site = portal(GARE_URL);
    assert.deepEqual(await build(site), NOTHING);
    site.editData('sections.yaml', SECTIONS);
    site.write(GARE, gare({ section: 'terre' }));
    assert.deepEqual((await build(site)).at, ['8:17 link-moved']);
    site.remove(GARE);
    for (let builds = 0; builds < 3; builds++)
      assert.deepEqual(await build(site), {
        stopped: false,
        at: ['8:17 link-gone'],
        says: (await build(site)).says,
      });
  });

  it('in the first twenty files, and the others are counted', async () => {
    const linking = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `content/articles/l${String(index).padStart(2, '0')}.md`,
        article({}, `Voir [la gare](${GARE_URL})${index === 29 ? ' et [la rubrique](/monde/)' : ''}.`),
      ]),
    );
    using site = moved('/terre/', linking);
    for (const { stopped, at, says } of [await build(site), await build(site)]) {
      assert.equal(stopped, false);
      assert.deepEqual(at, [...Array<string>(20).fill('8:16 link-moved'), '1:1 link-moved']);
      assert.match(says, /Et 10 autres fichiers ont des liens vers d’anciennes adresses/);
    }
    site.edit('content/articles/l25.md', text => text.replace(GARE_URL, '/monde/2014/05/19/rien.html'));
    assert.deepEqual((await build(site)).at, ['8:16 link-unknown']);
  });
});
