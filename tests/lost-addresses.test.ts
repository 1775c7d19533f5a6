// Addresses at which readers had an article: when one leads nowhere any more, builds and checks name it, with what to write where.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { type BuildOutcome, buildSite } from '../src/engine/build.ts';
import { devPlace } from '../src/engine/dev-place.ts';
import { openMemory } from '../src/engine/memory/memory.ts';
import type { Problem } from '../src/problem/problem.ts';
import { AFTERNOON, article, type BuildChanges, type MiniSite, miniSite } from './mini-site.ts';
import { shareAssets } from './shared-folders.ts';
import { assertSameTree } from './tree.ts';

const PORT = 'content/articles/port.md';
const QUAI = 'content/articles/quai.md';
const OLD = '/chine/2014/05/20/port.html';
const TEXT = 'Trois navires y ont accosté mardi.';

/** The port, and two articles that stay. */
function portal(fields: Readonly<Record<string, unknown>> = {}): MiniSite {
  return miniSite({
    [PORT]: article(fields, TEXT),
    'content/articles/foire.md': article({ title: 'La foire', date: '2014-05-18' }, 'La foire ouvre.'),
    'content/articles/gare.md': article({ title: 'La gare', section: 'monde' }, 'La gare ferme.'),
  });
}

/** What is said of lost addresses: file, line, and the message in plain spaces. */
function said({ warnings }: { readonly warnings: readonly Problem[] }, site: MiniSite): readonly string[] {
  return warnings
    .filter(({ rule }) => rule === 'address-lost')
    .map(({ file, line, message }) => {
      const name = file.replace(new RegExp(`^.*${site.dir.split('/').pop()}/`), '');
      return `${name}:${line} ${message.replace(/[\u00a0\u202f]/g, ' ')}`;
    });
}

type Published = Extract<BuildOutcome, { ok: true }>;

async function published(site: MiniSite, changes: BuildChanges = {}): Promise<Published> {
  const outcome = await site.build(changes);
  assert.ok(outcome.ok);
  return outcome;
}

/** What a check says, then a build, then the build after it: all three must say the same. */
async function saidByAll(site: MiniSite, changes: BuildChanges = {}): Promise<readonly string[]> {
  const ofCheck = said(await site.checked(changes), site);
  const ofBuild = said(await published(site, changes), site);
  assert.deepEqual(ofCheck, ofBuild, 'a check says what a build does');
  assert.deepEqual(said(await published(site, changes), site), ofBuild, 'and so does the build after it');
  assert.deepEqual(said(await site.checked(changes), site), ofBuild, 'and a check after that');
  return ofBuild;
}

const MOVED = (url: string, line: string): string =>
  `L’adresse « ${OLD} » ne mène plus à rien : l’article qu’y trouvaient les lecteurs est à « ${url} ». Pour qu’elle y mène, écrivez ici « ${line} ».`;
const DELETED = `L’adresse « ${OLD} » ne mène plus à rien : l’article qu’y trouvaient les lecteurs n’est plus là. Remettez-en le fichier avec « withdrawn: "…" », qui leur dit pourquoi il a été retiré, ou écrivez « aliases: [${OLD}] » dans l’article qui le remplace ; si rien ne doit en rester, lancez une fois « npm run build -- --allow-removals ».`;

describe('the newsroom', () => {
  it('is told of a deleted article for as long as a build tells of it, though all articles may go', async () => {
    using site = portal();
    const newsroom = { audience: 'newsroom' } as const;
    await published(site, newsroom);
    site.remove(PORT);
    for (let builds = 0; builds < 3; builds++)
      assert.match(said(await published(site, newsroom), site).join('\n'), /n’est plus là/);
    site.remove('content/articles/foire.md');
    site.remove('content/articles/gare.md');
    assert.equal(said(await published(site, newsroom), site).length, 3);
  });
});

describe('an article at another address', () => {
  it('was renamed: the line to add and the file are named until the line is there', async () => {
    using site = portal();
    await site.built();
    site.rename(PORT, QUAI);
    site.edit(QUAI, text => text.replace('Le port rouvre', 'Le quai ouvre'));
    const line = `aliases: [${OLD}]`;
    assert.deepEqual(await saidByAll(site), [`${QUAI}:2 ${MOVED('/chine/2014/05/20/quai.html', line)}`]);
    site.edit(QUAI, text => text.replace('title:', `${line}\ntitle:`));
    assert.deepEqual(await saidByAll(site), []);
    assert.ok(site.page(OLD).includes('data-to="/chine/2014/05/20/quai.html"'));
    assertSameTree(site.tree(), (await site.cleanBuild()).tree);
  });

  it('is in another section, has another date, or both, and another text', async () => {
    using site = portal();
    await site.built();
    site.edit(PORT, text => text.replace('"chine"', '"monde"'));
    const line = `aliases: [${OLD}]`;
    assert.deepEqual(await saidByAll(site), [`${PORT}:2 ${MOVED('/monde/2014/05/20/port.html', line)}`]);
    site.edit(PORT, text => text.replace('05-20', '05-19').replace('Trois', 'Quatre'));
    const both = await saidByAll(site);
    assert.equal(both.length, 1);
    assert.match(
      both[0]!,
      /^content\/articles\/port\.md:2 Les adresses « \/chine\/2014\/05\/20\/port\.html » et « \/monde\/2014\/05\/20\/port\.html » ne mènent plus à rien : l’article qu’y trouvaient les lecteurs est à « \/monde\/2014\/05\/19\/port\.html »\. Pour qu’elles y mènent, écrivez ici « aliases: \[\/chine\/2014\/05\/20\/port\.html, \/monde\/2014\/05\/20\/port\.html\] »\.$/,
    );
  });

  it('gets a line with the old addresses that it has already, at the line where they are', async () => {
    using site = portal({ aliases: ['/ancien.html'] });
    await site.built();
    site.rename(PORT, QUAI);
    const line = `aliases: [/ancien.html, ${OLD}]`;
    assert.deepEqual(await saidByAll(site), [`${QUAI}:6 ${MOVED('/chine/2014/05/20/quai.html', line)}`]);
  });

  it('came back under its old name: then the other one is lost, if readers ever had it', async () => {
    using site = portal();
    await site.built();
    site.rename(PORT, QUAI);
    assert.equal(said(await site.checked(), site).length, 1);
    site.rename(QUAI, PORT);
    assert.deepEqual(await saidByAll(site), []);
    site.rename(PORT, QUAI);
    await site.built();
    site.rename(QUAI, PORT);
    const [only, ...others] = await saidByAll(site);
    assert.deepEqual(others, []);
    assert.match(only!, /^content\/articles\/port\.md:2 L’adresse « \/chine\/2014\/05\/20\/quai\.html »/);
  });

  it('came back to an address that had led on, as when a move is undone', async () => {
    using site = portal();
    await site.built();
    site.rename(PORT, QUAI);
    site.edit(QUAI, text => text.replace('title:', `aliases: [${OLD}]\ntitle:`));
    assert.deepEqual(await saidByAll(site), []);
    site.rename(QUAI, PORT);
    site.edit(PORT, text => text.replace(`aliases: [${OLD}]\n`, ''));
    const quai = '/chine/2014/05/20/quai.html';
    assert.match(
      (await saidByAll(site)).join('\n'),
      new RegExp(
        `^content/articles/port\\.md:2 L’adresse « ${quai} » .* est à « ${OLD} »\\. .*\\[${quai}\\] »\\.$`,
      ),
    );
  });

  it('swapped its name with another one, and has it back', async () => {
    const foire = 'content/articles/foire.md';
    using site = portal();
    await site.built();
    const [port, fair] = [site.read(PORT), site.read(foire)];
    const led = (text: string, alias: string): string =>
      text.replace('title:', `aliases: [${alias}]\ntitle:`);
    site.write(PORT, led(fair, '/chine/2014/05/18/foire.html'));
    site.write(foire, led(port, OLD));
    assert.deepEqual(await saidByAll(site), []);
    site.write(PORT, port);
    site.write(foire, fair);
    const told = await saidByAll(site);
    assert.match(
      told[0]!,
      /^content\/articles\/foire\.md:2 .*18\/port\.html » .* est à « \S*18\/foire\.html »/,
    );
    assert.match(
      told[1]!,
      /^content\/articles\/port\.md:2 .*20\/foire\.html » .* est à « \S*20\/port\.html »/,
    );
    assert.equal(told.length, 2);
  });

  it('was renamed again: the line goes to where it is now', async () => {
    using site = portal();
    await site.built();
    site.rename(PORT, QUAI);
    await site.built();
    site.rename(QUAI, 'content/articles/bassin.md');
    const [only, ...others] = await saidByAll(site);
    assert.deepEqual(others, []);
    assert.match(
      only!,
      /^content\/articles\/bassin\.md:2 Les adresses .*port\.html » et .*quai\.html » .*bassin\.html/,
    );
  });

  it('came back at the address of another one', async () => {
    using site = portal();
    await site.built();
    site.remove(PORT);
    await site.built();
    const gare = 'content/articles/gare.md';
    site.rename(gare, QUAI);
    site.write(gare, article({ title: 'Le port rouvre', section: 'monde' }, TEXT));
    assert.deepEqual(await saidByAll(site), [
      `${gare}:2 ${MOVED('/monde/2014/05/20/gare.html', `aliases: [${OLD}]`)}`,
    ]);
  });

  it('is taken for no other one with the same short text, but for one of its name', async () => {
    const photographs = (fields: object): string => article({ ...fields }, 'Photos\u00a0: Xinhua.');
    using site = miniSite();
    for (const name of ['aube', 'midi', 'soir'])
      site.write(`content/articles/${name}.md`, photographs({ title: name }));
    await site.built();
    site.remove('content/articles/midi.md');
    site.write('content/articles/nuit.md', photographs({ title: 'nuit' }));
    site.edit('content/articles/aube.md', text => text.replace('"chine"', '"monde"'));
    site.rename('content/articles/aube.md', 'content/articles/matin/aube.md');
    assert.deepEqual(
      (await saidByAll(site)).map(text => /^(\S+):\d L’adresse « (\S+)/.exec(text)?.slice(1).join(' ')),
      [
        'content/articles/matin/aube.md /chine/2014/05/20/aube.html',
        'content/articles/midi.md /chine/2014/05/20/midi.html',
      ],
    );
  });

  it('lost an old address that its file no longer names', async () => {
    using site = portal({ aliases: ['/ancien.html', '/vieux'] });
    await site.built();
    site.edit(PORT, text => text.replace('"/ancien.html",', ''));
    assert.match(
      (await saidByAll(site))[0]!,
      /^content\/articles\/port\.md:6 L’adresse « \/ancien\.html » .*écrivez ici « aliases: \[\/vieux, \/ancien\.html\] »/,
    );
    site.write('content/pages/ancien.md', '---\ntitle: Ancien\ndescription: Une page.\n---\n\nUn texte.\n');
    site.edit(PORT, text => text.replace('"/vieux"', '"/ancien.html"'));
    assert.match((await saidByAll(site))[0]!, /L’adresse « \/vieux\/ »/);
    site.edit(PORT, text => text.replace('"/ancien.html"', '"/ancien.html", "/VIEUX/"'));
    assert.deepEqual(await saidByAll(site), []);
  });

  it('is elsewhere in a portal whose memory is lost: its name tells', async () => {
    using site = portal();
    await site.built();
    site.edit(PORT, text => text.replace('"chine"', '"monde"'));
    const line = `aliases: [${OLD}]`;
    const expected = [`${PORT}:2 ${MOVED('/monde/2014/05/20/port.html', line)}`];
    assert.deepEqual(said(await published(site, { full: true }), site), expected);
    assert.deepEqual(said(await published(site), site), expected);
  });
});

describe('an article that is no more', () => {
  it('was deleted: how to withdraw it, or to lead on, is said until somebody does, or says that it is meant', async () => {
    using site = portal();
    await site.built();
    site.remove(PORT);
    assert.deepEqual(await saidByAll(site), [`${PORT}:1 ${DELETED}`]);
    assert.deepEqual(said(await published(site, { allowRemovals: true }), site), []);
    assert.deepEqual(said(await published(site), site), []);
  });

  it('is led on by another article', async () => {
    using site = portal();
    await site.built();
    site.remove(PORT);
    assert.equal((await saidByAll(site)).length, 1);
    site.edit('content/articles/foire.md', text => text.replace('title:', `aliases: [${OLD}]\ntitle:`));
    assert.deepEqual(await saidByAll(site), []);
  });

  it('has left its file’s name to another one', async () => {
    using site = portal();
    await site.built();
    site.remove(PORT);
    await site.built();
    site.write(PORT, article({ title: 'Un autre port', date: '2014-05-19' }, 'Un tout autre port.'));
    assert.deepEqual(await saidByAll(site), [`${PORT}:1 ${DELETED}`]);
  });

  it('had old addresses, too', async () => {
    using site = portal({ aliases: ['/ancien.html', '/spip.php?article12'] });
    await site.built();
    site.remove(PORT);
    assert.match(
      (await saidByAll(site))[0]!,
      /^content\/articles\/port\.md:1 Les adresses « \/ancien\.html » et « \/chine\/2014\/05\/20\/port\.html » ne mènent/,
    );
  });

  it('was withdrawn, and that is no loss; but its notice deleted is one', async () => {
    using site = portal();
    await site.built();
    site.edit(PORT, text => text.replace('title:', 'withdrawn: "Un faux document."\ntitle:'));
    assert.deepEqual(await saidByAll(site), []);
    site.remove(PORT);
    assert.deepEqual(await saidByAll(site), [`${PORT}:1 ${DELETED}`]);
  });

  it('is a draft again', async () => {
    using site = portal();
    await site.built();
    site.edit(PORT, text => text.replace('title:', 'draft: true\ntitle:'));
    assert.deepEqual(await saidByAll(site), [
      `${PORT}:2 L’adresse « ${OLD} » ne mène plus à rien : cet article, que les lecteurs avaient, est redevenu un brouillon. Remettez-le en ligne, ou écrivez « withdrawn: "…" » à la place de « draft: true », pour leur dire pourquoi il a été retiré.`,
    ]);
    site.edit(PORT, text => text.replace('draft: true', 'withdrawn: "Un faux document."'));
    assert.deepEqual(await saidByAll(site), []);
  });

  it('expired, by the clock or by its file, or is to come: dates are meant', async () => {
    using site = portal({ expires: '2014-05-20T18:00' });
    await site.built();
    const evening = { now: '2014-05-20T18:00:00+08:00' };
    assert.deepEqual(await saidByAll(site, evening), []);
    site.edit('content/articles/foire.md', text =>
      text.replace('title:', 'expires: 2014-05-20T17:00\ntitle:'),
    );
    site.edit('content/articles/gare.md', text =>
      text.replace('title:', 'publish: 2014-05-21T17:00\ntitle:'),
    );
    site.write('content/articles/reste.md', article({ title: 'Reste' }, 'Reste.'));
    assert.deepEqual(await saidByAll(site, evening), []);
    assert.ok(!site.has('/monde/2014/05/20/gare.html'));
    site.remove(PORT);
    assert.deepEqual(await saidByAll(site, evening), []);
  });

  it('was never published', async () => {
    using site = portal();
    site.write(QUAI, article({ draft: true, title: 'Le quai' }, 'Un quai.'));
    site.write(
      'content/articles/soir.md',
      article({ date: '2014-05-20T20:00', title: 'Le soir' }, 'Le soir.'),
    );
    await site.built();
    site.remove(QUAI);
    site.rename('content/articles/soir.md', 'content/articles/nuit.md');
    assert.deepEqual(await saidByAll(site), []);
  });

  it('is forgotten after some weeks', async () => {
    using site = portal();
    await site.built();
    site.remove(PORT);
    assert.equal((await saidByAll(site)).length, 1);
    const outcome = await buildSite({ ...site.options(), wallClock: Date.now() + 31 * 24 * 3_600_000 });
    assert.ok(outcome.ok);
    assert.deepEqual(said(outcome, site), []);
    assert.deepEqual(said(await published(site), site), []);
  });
});

describe('a faulty article', () => {
  it('that stays on line is not lost, and is when it is deleted then', async () => {
    using site = portal();
    await site.built();
    site.edit(PORT, text => text.replace('"chine"', '"chien"'));
    assert.deepEqual(said(await published(site, { keepGoing: true }), site), []);
    assert.ok(site.has(OLD));
    site.remove(PORT);
    assert.deepEqual(said(await published(site, { keepGoing: true }), site), [`${PORT}:1 ${DELETED}`]);
  });

  it('is not lost as long as nobody knows what it will be, and is then', async () => {
    using site = portal();
    await site.built();
    site.edit(PORT, text => text.replace('"chine"', '"chien"'));
    // The state of then is lost with the memory.
    assert.deepEqual(said(await published(site, { keepGoing: true, full: true }), site), []);
    assert.ok(!site.has(OLD));
    site.edit(PORT, text => text.replace('"chien"', '"monde"'));
    assert.match(said(await published(site), site)[0]!, /port\.md:2 .*monde\/2014\/05\/20\/port\.html/);
  });
});

describe('many addresses at once', () => {
  const names = Array.from({ length: 60 }, (_, index) => `jour-${index}`);
  const manyArticles = (section = 'chine'): MiniSite =>
    miniSite(
      Object.fromEntries(
        names.map(name => [`content/articles/${name}.md`, article({ title: name, section }, `Le ${name}.`)]),
      ),
    );

  it('are told in twenty files, and the others counted; programs get all of them', async () => {
    using site = manyArticles();
    await site.built();
    for (const name of names) site.rename(`content/articles/${name}.md`, `content/articles/le-${name}.md`);
    const outcome = await published(site);
    const told = said(outcome, site);
    assert.equal(told.length, 21);
    assert.match(told.at(-1)!, /Et 40 autres adresses d’articles ne mènent plus à rien : l’option --json/);
    assert.equal(outcome.lostAddresses?.length, 60);
    const first = outcome.lostAddresses[0]!;
    assert.deepEqual(
      { ...first, from: first.from?.split('/').pop(), to: first.to?.split('/').pop() },
      { address: '/chine/2014/05/20/jour-0.html', fate: 'moved', from: 'jour-0.md', to: 'le-jour-0.md' },
    );
    assert.deepEqual(said(await published(site), site), told);
  });

  it('of a section that is called otherwise are one line of its data', async () => {
    using site = manyArticles();
    await site.built();
    const sections = site.read('_data/sections.yaml');
    site.editData('sections.yaml', sections.replace('slug: chine', 'slug: asie'));
    for (const name of names)
      site.edit(`content/articles/${name}.md`, text => text.replace('"chine"', '"asie"'));
    assert.deepEqual(await saidByAll(site), [
      '_data/sections.yaml:1 La rubrique « chine » n’existe plus, et les anciennes adresses de 60 articles, maintenant dans « asie », ne mènent plus à rien, comme « /chine/2014/05/20/jour-0.html ». Écrivez « formerly: [chine] » dans la rubrique « asie », et elles y mèneront.',
    ]);
    for (const host of ['', 'host: netlify\n']) {
      site.edit('_data/site.yaml', text => text + host);
      site.editData('sections.yaml', sections.replace('slug: chine', 'slug: asie, formerly: [chine]'));
      assert.deepEqual(await saidByAll(site), []);
    }
  });

  it('of a section that is called otherwise, but for what was also renamed or deleted, are one line, too', async () => {
    using site = miniSite({
      [PORT]: article({}, TEXT),
      'content/articles/gare.md': article({ title: 'La gare' }, 'La gare ferme.'),
      'content/articles/foire.md': article({ title: 'La foire' }, 'La foire ouvre.'),
      'content/articles/parc.md': article({ title: 'Le parc' }, 'Le parc ouvre.'),
    });
    await site.built();
    site.editData('sections.yaml', '- { slug: asie, name: Asie }\n- { slug: monde, name: Monde }\n');
    site.rename(PORT, QUAI);
    site.remove('content/articles/parc.md');
    for (const name of ['quai', 'gare', 'foire'])
      site.edit(`content/articles/${name}.md`, text => text.replace('"chine"', '"asie"'));
    const told = await saidByAll(site);
    assert.deepEqual(
      told.map(text => text.replace(/ .*/, '')),
      ['_data/sections.yaml:1', 'content/articles/parc.md:1', `${QUAI}:2`],
    );
    assert.match(told[0]!, /anciennes adresses de 2 articles, maintenant dans « asie »/);
    assert.match(told[2]!, /« aliases: \[\/chine\/2014\/05\/20\/port\.html\] »/);
    site.editData(
      'sections.yaml',
      '- { slug: asie, name: Asie, formerly: [chine] }\n- { slug: monde, name: Monde }\n',
    );
    assert.deepEqual(await saidByAll(site), told.slice(1));
  });

  it('of a section that is gone, and whose articles are in several now, are told one by one', async () => {
    using site = miniSite({
      [PORT]: article({}, TEXT),
      'content/articles/gare.md': article({ title: 'La gare' }, 'La gare ferme.'),
    });
    await site.built();
    site.editData('sections.yaml', '- { slug: monde, name: Monde }\n- { slug: sport, name: Sport }\n');
    site.edit(PORT, text => text.replace('"chine"', '"monde"'));
    site.edit('content/articles/gare.md', text => text.replace('"chine"', '"sport"'));
    assert.deepEqual(
      (await saidByAll(site)).map(text => text.replace(/ .*/, '')),
      ['content/articles/gare.md:2', `${PORT}:2`],
    );
  });
});

describe('where no build is remembered', () => {
  it('nothing is compared, which a check says to programs, and a first build keeps to itself', async () => {
    using site = portal();
    assert.equal((await site.checked()).lostAddresses, null);
    assert.equal((await published(site)).lostAddresses, null);
    assert.deepEqual((await site.checked()).lostAddresses, []);
    assert.deepEqual((await published(site)).lostAddresses, []);
  });

  it('or none that can be read, there is nothing to compare with either', async () => {
    using site = portal();
    await site.built();
    site.remove(PORT);
    const memory = openMemory(join(site.dir, '.cache'), { content: '', media: '', files: '' });
    // It is written to now.
    memory.commit();
    assert.equal((await site.checked()).lostAddresses, null);
    memory.close();
    site.write('.cache/memory.sqlite', 'Ceci n’est pas une base de données.');
    assert.equal((await site.checked()).lostAddresses, null);
  });

  it('a portal that has its site still knows the addresses', async () => {
    using site = portal();
    await site.built();
    site.remove(PORT);
    rmSync(join(site.dir, '.cache'), { recursive: true });
    const outcome = await published(site);
    assert.deepEqual(said(outcome, site), [`content/articles:1 ${DELETED}`]);
  });
});

describe('a check', () => {
  it('writes nothing', async () => {
    using site = portal();
    await site.built();
    site.remove(PORT);
    const state = (): unknown => {
      const cache = join(site.dir, '.cache');
      const memory = join(cache, 'memory.sqlite');
      return [readdirSync(cache), readFileSync(memory), statSync(memory).mtimeMs];
    };
    const before = state();
    assert.equal((await site.checked()).lostAddresses?.length, 1);
    assert.deepEqual(state(), before);
  });

  it('compares with what a stopped build had begun to read, too', async () => {
    using site = portal();
    await site.built();
    site.rename(PORT, QUAI);
    site.write('content/articles/faute.md', article({ section: 'chien' }));
    assert.ok(!(await site.build()).ok);
    assert.match(said(await site.checked(), site)[0]!, /^content\/articles\/quai\.md:2/);
    site.remove('content/articles/faute.md');
    assert.match(said(await published(site), site)[0]!, /^content\/articles\/quai\.md:2/);
  });

  it('of somebody who only has the development server compares with what that has shown', async () => {
    using site = portal();
    const place = devPlace(join(site.dir, '.cache'));
    await shareAssets(join(site.dir, '.cache'));
    site.write(QUAI, article({ draft: true, title: 'Le quai' }, 'Un quai.'));
    const dev = async (): Promise<BuildOutcome> =>
      buildSite({ ...site.options(), ...place, audience: 'newsroom', images: 'when-asked' });
    assert.ok((await dev()).ok);
    assert.deepEqual((await site.checked()).lostAddresses, []);
    site.remove(QUAI);
    site.remove(PORT);
    for (let round = 0; round < 2; round++) {
      assert.deepEqual(said(await site.checked(), site), [`${PORT}:1 ${DELETED}`]);
      assert.ok((await dev()).ok);
    }
  });

  it('and a build end well, whatever is lost, and say it in words', async () => {
    using site = portal();
    await shareAssets(join(site.dir, '.cache'));
    const run = (command: 'build' | 'check', ...more: readonly string[]) =>
      spawnSync(
        process.execPath,
        [
          join(import.meta.dirname, `../src/cli/${command}.ts`),
          ...['--now', AFTERNOON, '--workers', '1', ...more],
        ],
        { cwd: site.dir, encoding: 'utf8' },
      );
    const nothingToCompare = /Aucune construction n’est en mémoire dans «\s\.cache\s»/;
    assert.match(run('check').stdout, nothingToCompare);
    const first = run('build');
    assert.deepEqual([first.status, first.stderr], [0, '']);
    assert.doesNotMatch(first.stdout, nothingToCompare);
    site.remove(PORT);
    const [check, build] = [run('check', '--json'), run('build')];
    assert.deepEqual([check.status, build.status], [0, 0]);
    assert.match(
      build.stderr,
      /^content\/articles\/port\.md:1:1\n {2}Attention\u00a0: L’adresse .* \[address-lost\]\n/,
    );
    const lost = [{ address: OLD, fate: 'deleted', from: PORT, to: null }];
    assert.deepEqual(JSON.parse(check.stdout).lostAddresses, lost);
    assert.deepEqual(JSON.parse(run('build', '--json', '--quiet').stdout).lostAddresses, lost);
    assert.doesNotMatch(run('check').stdout, nothingToCompare);
  });
});

describe('the newsroom', () => {
  const NEWSROOM = { audience: 'newsroom' } as const;

  it('is told of what readers had, not of drafts', async () => {
    using site = portal();
    site.write(QUAI, article({ draft: true, title: 'Le quai' }, 'Un quai.'));
    site.write(
      'content/articles/soir.md',
      article({ date: '2014-05-20T20:00', title: 'Le soir' }, 'Le soir.'),
    );
    await site.built(NEWSROOM);
    site.rename(QUAI, 'content/articles/bassin.md');
    site.edit('content/articles/soir.md', text => text.replace('"chine"', '"monde"'));
    assert.deepEqual(said(await published(site, NEWSROOM), site), []);
    site.remove('content/articles/bassin.md');
    site.rename(PORT, 'content/articles/dock.md');
    const line = `aliases: [${OLD}]`;
    for (let round = 0; round < 2; round++)
      assert.deepEqual(said(await published(site, NEWSROOM), site), [
        `content/articles/dock.md:2 ${MOVED('/chine/2014/05/20/dock.html', line)}`,
      ]);
  });
});
