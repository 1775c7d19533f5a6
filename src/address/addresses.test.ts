// Addresses are made and taken apart in one place, and nothing else holds one.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ARTICLE_URL_LENGTH, articleAddress, articleUrl, outputPath, urlOf } from './addresses.ts';

const SRC = join(import.meta.dirname, '..');

const slug = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const day = fc
  .date({ min: new Date('0100-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10));

describe('the address of an article', () => {
  it('tells its section, day and slug', () => {
    const article = fc.record({ section: slug, day, slug }, { noNullPrototype: true });
    fc.assert(
      fc.property(article, parts => {
        const url = articleUrl(parts);
        assert.deepEqual(articleAddress(url), parts);
        assert.equal(url.length, parts.section.length + parts.slug.length + ARTICLE_URL_LENGTH);
      }),
    );
  });

  it('is no other page’s', () => {
    for (const url of [
      '/',
      '/chine/',
      '/chine/2014/05/',
      '/archives/2014/05/20/',
      '/a/2014/13/01/b.html',
      '/404.html',
    ])
      assert.equal(articleAddress(url), null, url);
  });
});

describe('the address of a page', () => {
  it('leads to its file and back', () => {
    const url = fc
      .tuple(fc.array(slug, { maxLength: 4 }), fc.constantFrom('', 'a.html', 'flux.xml'))
      .map(([folders, file]) => `/${folders.map(folder => `${folder}/`).join('')}${file}`);
    fc.assert(fc.property(url, address => assert.equal(urlOf(outputPath(address)), address)));
  });
});

describe('an address', () => {
  it('stands in no template as it is', () => {
    const wrong = globSync('theme/**/*.njk', { cwd: SRC }).flatMap(file =>
      [...readFileSync(join(SRC, file), 'utf8').matchAll(/(?:href|src|action)="\/[^"]*"|== "\/[^"]*"/g)].map(
        ([text]) => `${file}: ${text}`,
      ),
    );
    assert.deepEqual(wrong, [], 'take it from `addresses` or from the view');
  });

  it('stands in no code but here, in words for editors and in made-up matter', () => {
    const known =
      /'\/(?:archives|dossiers|flash|flux|les-plus-lus|meteo|sondages|recherche|sujets|style|404)\b[^']*'/g;
    const wrong = globSync('**/*.ts', { cwd: SRC })
      .filter(file => !/\.test\.ts$|^address|^locale|sample/.test(file.replaceAll('\\', '/')))
      .flatMap(file =>
        [...readFileSync(join(SRC, file), 'utf8').matchAll(known)].map(([text]) => `${file}: ${text}`),
      );
    assert.deepEqual(wrong, []);
  });
});
