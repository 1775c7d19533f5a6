// How other sites are asked whether what a portal links to is still there: politely, and not twice.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { politeAsker } from '../../src/proof/outside/ask-outside.ts';
import { page, proofOf, resultOf, treeOf } from './small-tree.ts';

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly at: number;
}

/** A world whose clock goes by waiting alone. `answers`: by address and method, in turn; the last one stays. */
function world(answers: Readonly<Record<string, readonly (Response | Error)[]>>) {
  let now = 1_000_000;
  const asked: Asked[] = [];
  const at = new Map<string, number>();
  const open = new Map<string, number>();
  const ask = (async (url: string, { method }: { method: string }) => {
    const { host } = new URL(url);
    assert.equal(open.get(host) ?? 0, 0, `${host} is asked twice at a time`);
    open.set(host, 1);
    asked.push({ method, url, at: now });
    await new Promise(resolve => setImmediate(resolve));
    open.set(host, 0);
    const list = answers[`${method} ${url}`] ?? answers[url] ?? [new Response(null, { status: 404 })];
    const turn = at.get(`${method} ${url}`) ?? 0;
    at.set(`${method} ${url}`, turn + 1);
    const answer = list[Math.min(turn, list.length - 1)]!;
    if (answer instanceof Error) throw answer;
    return answer;
  }) as unknown as typeof fetch;
  const pace = {
    now: () => now,
    random: () => 0,
    wait: async (ms: number) => {
      now += ms;
    },
  };
  return {
    asked,
    fetch: ask,
    pace,
    pass(ms: number) {
      now += ms;
    },
  };
}

const status = (code: number, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(null, { status: code, headers });

describe('links to other sites', () => {
  it('are asked for with HEAD, with GET where that is refused, one host at a time, and remembered', async () => {
    using tree = treeOf({
      'index.html': page('index.html', {
        body: [
          'https://a.fr/1',
          'https://a.fr/2',
          'https://a.fr/perdu',
          'https://b.fr/',
          'https://c.fr/',
          'https://d.fr/',
        ]
          .map(url => `<a href="${url}#x">Là</a>`)
          .join(' '),
      }),
    });
    const there = world({
      'https://a.fr/1': [status(200)],
      'HEAD https://a.fr/2': [status(405)],
      'GET https://a.fr/2': [status(200)],
      'https://b.fr/': [status(503, { 'retry-after': '30' }), status(200)],
      'https://c.fr/': [Object.assign(new Error('x'), { cause: { code: 'ENOTFOUND' } })],
      'https://d.fr/': [status(403)],
    });
    const askOutside = politeAsker({ cacheDir: `${tree.dir}/.cache`, ...there });
    const { findings, looked } = resultOf(await proofOf(tree.dir, { askOutside }), 'external-link');
    assert.equal(looked, 6);
    assert.deepEqual(findings.map(({ what, first }) => [what, first[0]]).sort(), [
      ['https://a.fr/perdu répond 404.', '/'],
      ['https://c.fr/ ne répond pas (ENOTFOUND).', '/'],
    ]);
    const methods = there.asked.filter(({ url }) => url === 'https://a.fr/2').map(({ method }) => method);
    assert.deepEqual(methods, ['HEAD', 'GET']);
    const ofB = there.asked.filter(({ url }) => url === 'https://b.fr/');
    assert.ok(ofB[1]!.at - ofB[0]!.at >= 30_000, 'it comes back before it may');

    const before = there.asked.length;
    await proofOf(tree.dir, { askOutside });
    assert.equal(there.asked.length, before, 'it asks again at once');
    there.pass(2 * 3_600_000);
    await proofOf(tree.dir, { askOutside });
    const again = new Set(there.asked.slice(before).map(({ url }) => url));
    assert.deepEqual([...again].sort(), ['https://a.fr/perdu', 'https://c.fr/', 'https://d.fr/']);
  });

  it('are asked for by nobody who did not want it', async () => {
    using tree = treeOf({ 'index.html': page('index.html', { body: '<a href="https://a.fr/">Là</a>' }) });
    const { isAsked, looked, count } = resultOf(await proofOf(tree.dir), 'external-link');
    assert.deepEqual({ isAsked, looked, count }, { isAsked: false, looked: 0, count: 0 });
  });
});
