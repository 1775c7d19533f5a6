// No expression that meets what editors write goes through a text again and again: its time grows with the text, and not with its square.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { isSlow, isSound } from './linear-time/slow-expressions.ts';

const ROOT = join(import.meta.dirname, '..', 'src');

/** The rooms that read content and data, and what answers browsers. */
const READERS =
  '{address,article,check,comment,images,locale,map,media,problem,search,site,source,time,typography,cli/dev-server}';

/** A literal, where one can stand; comments are gone. */
const LITERAL =
  /(?<=[=(,:?[!&|;{}]\s*|return\s+)\/(?![*/])((?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\n\\[])+)\/([dgimsuvy]*)(?=[\s.,;)\]:}])/g;
const COMMENT = /^\s*(?:\/\/|\/\*|\*).*$/gm;

interface Expression {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

function literals(): readonly Expression[] {
  return globSync(`${READERS}/**/*.ts`, { cwd: ROOT })
    .filter(file => !file.endsWith('.test.ts'))
    .flatMap(file => {
      const code = readFileSync(join(ROOT, file), 'utf8').replace(COMMENT, '');
      return [...code.matchAll(LITERAL)].map(([, source, flags]) => ({
        where: file,
        source: source!,
        flags: flags!,
      }));
    });
}

/** Those that are put together of pieces when their modules are loaded, of markdown-it and its plugins, too. */
async function composed(): Promise<readonly Expression[]> {
  const found: Expression[] = [];
  const native = globalThis.RegExp;
  globalThis.RegExp = new Proxy(native, {
    construct(target, given: ConstructorParameters<typeof RegExp>, newTarget) {
      const expression = Reflect.construct(target, given, newTarget) as RegExp;
      found.push({ where: 'composed', source: expression.source, flags: expression.flags });
      return expression;
    },
  });
  await import('../src/article/read-article.ts');
  await import('../src/article/markdown/render-body.ts');
  await import('../src/article/check/check-body.ts');
  await import('../src/images/printable-text.ts');
  await import('../src/media/read-captions.ts');
  await import('../src/search/words.ts');
  globalThis.RegExp = native;
  return found;
}

describe('regular expressions', () => {
  it('go through a text once', async () => {
    const all = [...literals(), ...(await composed())];
    const ours = all.filter(expression => !isSound(expression));
    assert.deepEqual(ours.filter(isSlow), []);
  });

  it('are all found', async () => {
    assert.ok(literals().length > 190, `${literals().length} literals`);
  });

  it('that go through a text again and again are seen', () => {
    for (const source of ['\\s+$', '^(?:\\d+\\.?\\d*|\\.\\d+)$', '^.*[[{](?=[^\\]}\\n]*$)', '(?:a+)+b'])
      assert.ok(isSlow({ source, flags: 's' }), source);
  });
});
