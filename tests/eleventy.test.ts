// Plain Eleventy and our own build make the same site of one project, with what its owner added.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { quickestFolder } from './quickest-folder.ts';
import { assertSameTree, type Tree, treeOf } from './tree.ts';

const ROOT = join(import.meta.dirname, '..');
const run = promisify(execFile);

interface Project extends Disposable {
  write(path: string, text: string): void;
  edit(path: string, change: (text: string) => string): void;
  remove(path: string): void;
  /** The whole tree after `npm run build`, and after plain Eleventy, each in its own output folder. */
  built(): Promise<Tree>;
  byEleventy(): Promise<Tree>;
}

/** A copy of this project with its demonstration, but for the looks of its photographs: what an owner has who begins a portal. */
async function project(): Promise<Project> {
  const dir = mkdtempSync(join(quickestFolder(), 'quotidien-project-'));
  for (const name of ['src', 'content', '_data', '.eleventy.js', 'package.json'])
    cpSync(join(ROOT, name), join(dir, name), { recursive: true });
  await simplifyPhotographs(join(dir, 'content'));
  symlinkSync(join(ROOT, 'node_modules'), join(dir, 'node_modules'), 'junction');
  // Eleventy keeps none of itself.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(dir, '.cache/code') };
  const node = async (...words: string[]): Promise<void> => {
    await run(process.execPath, words, { cwd: dir, env });
  };
  return {
    write(path, text) {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), text);
    },
    edit(path, change) {
      writeFileSync(join(dir, path), change(readFileSync(join(dir, path), 'utf8')));
    },
    remove: path => rmSync(join(dir, path)),
    async built() {
      await node('src/cli/build.ts', '--quiet');
      return treeOf(join(dir, '_site'));
    },
    async byEleventy() {
      await node('node_modules/@11ty/eleventy/cmd.cjs', '--quiet', '--output=_plain');
      return treeOf(join(dir, '_plain'));
    },
    [Symbol.dispose]: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/**
 * Puts one of few plain ones in the place of each: the demonstration's own take a minute to be made in all their sizes. Those of
 * one colour are one photograph that was committed several times.
 */
async function simplifyPhotographs(contentDir: string): Promise<void> {
  const size = { width: 300, height: 200 };
  for (const [index, name] of globSync('**/*.{jpg,svg}', { cwd: contentDir }).sort().entries()) {
    const background = { r: 40 * (index % 5), g: 90, b: 160 };
    const photograph = sharp({ create: { ...size, channels: 3, background } });
    writeFileSync(join(contentDir, name), await photograph.jpeg().toBuffer());
  }
}

describe('plain Eleventy', () => {
  it('makes the same site as our own build, again after edits, and with the owner’s own pages and files', async () => {
    using owner = await project();
    assertSameTree(await owner.byEleventy(), await owner.built(), 'the first trees');

    // A file of the theme is on the site at once; one from elsewhere needs a line of Eleventy’s.
    owner.write('src/theme/static/robots.txt', 'User-agent: *\n');
    owner.write('src/theme/annexes/annonce.txt', 'Ici, votre annonce.\n');
    owner.edit('.eleventy.js', text =>
      text.replace(
        'eleventyConfig.addPlugin(quotidien);',
        `eleventyConfig.addPlugin(quotidien);
  eleventyConfig.addShortcode('salut', name => \`Bonjour, \${name} !\`);
  eleventyConfig.addPassthroughCopy({ 'src/theme/annexes': '/annexes' });`,
      ),
    );
    owner.write('_data/equipe.json', JSON.stringify(['Claire', 'Paul']));
    owner.write(
      'src/theme/eleventy/equipe.njk',
      '---\npermalink: /equipe/\n---\n{% for name in equipe %}<p>{% salut name %}</p>{% endfor %}\n',
    );
    owner.edit('content/pages/a-propos.md', text => `${text}\nUne phrase de plus.\n`);
    const ours = await owner.built();
    assert.equal(
      ours.get('equipe/index.html')?.toString().trim(),
      '<p>Bonjour, Claire !</p><p>Bonjour, Paul !</p>',
    );
    assert.equal(ours.get('robots.txt')?.toString(), 'User-agent: *\n');
    assert.equal(ours.get('annexes/annonce.txt')?.toString(), 'Ici, votre annonce.\n');
    assertSameTree(await owner.byEleventy(), ours, 'the trees with the owner’s page');

    owner.edit('_data/equipe.json', text => text.replace('Paul', 'Anne'));
    owner.write('src/theme/static/humans.txt', 'Claire et Anne\n');
    owner.write('src/theme/annexes/tarif.txt', 'Gratuit.\n');
    const edited = await owner.built();
    assert.match(edited.get('equipe/index.html')!.toString(), /Bonjour, Anne/);
    assertSameTree(await owner.byEleventy(), edited, 'the trees with other data and another file');

    // All pages change with it, which would hide what the edits above left as it was.
    owner.edit('_data/site.yaml', text => text.replace(/^(baseUrl: .*)$/m, '$1/journal'));
    owner.remove('src/theme/eleventy/equipe.njk');
    owner.remove('_data/equipe.json');
    owner.remove('src/theme/static/robots.txt');
    owner.remove('src/theme/annexes/annonce.txt');
    const plain = await owner.byEleventy();
    assert.ok(!plain.has('equipe/index.html'));
    assert.match(plain.get('robots.txt')!.toString(), /^Sitemap: /m);
    assert.ok(!plain.has('annexes/annonce.txt'));
    assert.ok(plain.has('annexes/tarif.txt'));
    assertSameTree(await owner.built(), plain, 'the trees without it, of a site in a folder');
  });
});
