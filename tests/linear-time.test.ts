// Work grows with the text, and not with its square, whatever the text is.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isSlow, isSound } from './linear-time/slow-expressions.ts';
import { countSteps, usedExpressions } from './linear-time/steps.ts';

const { BODIES, CAPTIONS, DATA, DRAWINGS, FIELDS } = await import('./linear-time/patterns.ts');
type Pattern = (typeof BODIES)[number];

/** In characters, of the shortest text; the others have twice and four times as many. */
const SIZE = 400;
/** Where patterns are few, or where little is done for each character. */
const LONG = 2000;

/**
 * Each character that the second doubling of a text adds may take so many times as many steps as one that the first has added: 1 in a
 * line, 2 in a square. Below `FEW` steps nothing is compared: where only the first mistakes are named, the others take next to none.
 */
const MOST_TIMES = 1.3;
const FEW = 100;

const FRONT = 'title: A\nsource: Xinhua\ndate: 2014-05-20T13:43\nsection: chine\n';

interface Work {
  readonly name: string;
  readonly patterns: readonly Pattern[];
  readonly size: number;
  /** Imports what it calls, after the counting has begun. */
  readonly begin: () => Promise<(text: string) => unknown>;
}

/** Each count goes through all code that is loaded, so what loads little comes first. */
const WORKS: readonly Work[] = [
  {
    name: 'a page in a folder',
    patterns: [...BODIES, ...DRAWINGS],
    size: LONG,
    async begin() {
      const { publishedMarkup } = await import('../src/engine/rendering/published-markup.ts');
      return text => {
        publishedMarkup(text, '/journal');
        publishedMarkup(`<a srcset="${text}"><meta content="${text}"><p ${text}`, '/journal');
      };
    },
  },
  {
    name: 'captions',
    patterns: CAPTIONS,
    size: LONG,
    async begin() {
      const { readCaptions } = await import('../src/media/read-captions.ts');
      return text => readCaptions(Buffer.from(`WEBVTT\n\n${text}`), 'a.vtt');
    },
  },
  {
    name: 'a drawing',
    patterns: DRAWINGS,
    size: LONG,
    async begin() {
      const { svgDrawing } = await import('../src/images/svg-drawing.ts');
      return async text => {
        await svgDrawing(Buffer.from(`<svg viewBox="0 0 4 3">${text}</svg>`), 'a.svg');
        await svgDrawing(Buffer.from(`<svg viewBox="0 0 4 3"><style>${text}</style></svg>`), 'a.svg');
      };
    },
  },
  {
    name: 'a text, a title or a transcript',
    patterns: BODIES,
    size: SIZE,
    async begin() {
      const { findProblems } = await import('../src/article/check/check-body.ts');
      const { renderBody } = await import('../src/article/markdown/render-body.ts');
      const { bodyAddresses } = await import('../src/article/markdown/body-addresses.ts');
      const { bodyLinks } = await import('../src/article/markdown/body-links.ts');
      const { locateBodyAddresses } = await import('../src/article/locate-body-address.ts');
      const { readTranscript } = await import('../src/media/read-transcript.ts');
      const { typesetFrench } = await import('../src/typography/french.ts');
      const { slugify } = await import('../src/article/slug.ts');
      return text => {
        findProblems(text, 1);
        renderBody(text, {
          lang: null,
          place: { baseUrl: 'https://a.example/journal', typedFolder: '/journal' },
          picture: () => null,
          linkedFile: () => null,
        });
        bodyAddresses(text);
        bodyLinks(text, { baseUrl: 'https://portail.example', typedFolder: '' });
        locateBodyAddresses(Buffer.from(`---\n${FRONT}---\n${text}`), new Set(['a', 'b']));
        typesetFrench(text);
        slugify(text);
        readTranscript(Buffer.from(text), 'a.txt', typed => typed);
      };
    },
  },
  {
    name: 'a file of data',
    patterns: DATA,
    size: LONG,
    async begin() {
      const { findJsonProblem } = await import('../src/site/data-names.ts');
      const { pollsSchema } = await import('../src/site/polls-schema.ts');
      const { topicsSchema } = await import('../src/site/topics-schema.ts');
      const { findPrototypeKeys } = await import('../src/source/prototype-keys.ts');
      const { readYaml } = await import('../src/source/read-yaml.ts');
      return text => {
        findPrototypeKeys(text, 'a.yaml');
        findJsonProblem(text, 'a.json');
        for (const schema of [topicsSchema, pollsSchema('Asia/Shanghai')])
          readYaml(text, schema as typeof topicsSchema, { file: 'a.yaml', firstLine: 1 });
      };
    },
  },
  {
    name: 'front matter',
    patterns: FIELDS,
    size: LONG,
    async begin() {
      const { readArticle } = await import('../src/article/read-article.ts');
      const { readReferences } = await import('../src/article/read-references.ts');
      const { readComment } = await import('../src/comment/read-comment.ts');
      return text => {
        const bytes = Buffer.from(`---\n${FRONT}${text}---\nLe texte.`);
        readArticle('articles/a.md', bytes, { timeZone: 'Asia/Shanghai' });
        readReferences('articles/a.md', bytes);
        readComment('comments/a/b.yaml', Buffer.from(text), 'Asia/Shanghai');
      };
    },
  },
];

/** How many times as many steps a character takes of the second half of the longest text as one of what the shortest got first. */
async function growth(work: (text: string) => unknown, texts: readonly string[]): Promise<number> {
  const [once, twice, fourfold] = (await countSteps(texts.map(text => () => work(text)))) as [
    number,
    number,
    number,
  ];
  const [short, longer, longest] = texts.map(({ length }) => length) as [number, number, number];
  const perCharacter = (twice - once) / (longer - short);
  return (fourfold - twice) / (longest - longer) / Math.max(perCharacter, FEW);
}

describe('twice the text is no more than twice the work', () => {
  for (const { name, patterns, size, begin } of WORKS) {
    it(`in ${name}: ${patterns.length} patterns`, async () => {
      const work = await begin();
      const worse: string[] = [];
      for (const pattern of patterns) {
        const times = Math.ceil(size / pattern.length);
        const texts = [1, 2, 4].map(factor => pattern.text(factor * times));
        // What is done but once, by whichever text comes first.
        await work(texts[0]!);
        const grown = await growth(work, texts);
        if (grown > MOST_TIMES) worse.push(`${JSON.stringify(pattern.name)}: ${grown.toFixed(2)}`);
      }
      assert.deepEqual(worse, []);
    });
  }

  it('and a square is seen', async () => {
    const square = (text: string): void => {
      for (let at = 0; at < text.length; at += 1) text.indexOf('b', at);
    };
    const grown = await growth(
      square,
      [1, 2, 4].map(factor => 'a'.repeat(factor * SIZE)),
    );
    assert.ok(grown > MOST_TIMES);
  });
});

it('the expressions that were used go through a text once', () => {
  const slow = [...usedExpressions.values()].filter(expression => !isSound(expression) && isSlow(expression));
  assert.deepEqual(
    slow.map(({ source }) => source),
    [],
  );
});
