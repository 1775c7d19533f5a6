import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import sharp from 'sharp';
import { cardFonts } from '../engine/assets/fonts.ts';
import { type CardPrinter, openCardPrinter } from './card-printer.ts';
import { SAMPLE_CARD_COLOURS as COLOURS } from './sample-card-colours.ts';
import {
  SOCIAL_CARD_SIZE,
  type SocialCardDesign,
  type SocialCardText,
  socialCardUrl,
} from './social-card.ts';

const CACHE = mkdtempSync(join(tmpdir(), 'quotidien-cards-'));
after(() => rmSync(CACHE, { recursive: true }));

const CARD: SocialCardText = {
  portal: 'Quotidien',
  section: 'Économie',
  headline: 'Le yuan apprend à baisser',
};
const designOf = (text: SocialCardText): SocialCardDesign => ({ text, colours: COLOURS });
const headed = (headline: string): SocialCardDesign => designOf({ ...CARD, headline });

describe('the card of an article without a photograph', () => {
  let printer: CardPrinter;
  before(async () => {
    printer = await openCardPrinter(await cardFonts(CACHE));
  });
  const same = async (a: string, b: string): Promise<boolean> =>
    (await printer.print(headed(a))).equals(await printer.print(headed(b)));
  /** The colours of a card in a region, each as `#rrggbb`. */
  const coloursIn = async (card: Buffer, left: number, top: number, width: number, height: number) => {
    const pixels = await sharp(card).extract({ left, top, width, height }).raw().toBuffer();
    const colours = new Set<string>();
    for (let at = 0; at < pixels.length; at += 3)
      colours.add(`#${pixels.subarray(at, at + 3).toString('hex')}`);
    return colours;
  };

  it('is a picture of the size that social networks ask for', async () => {
    const { format, width, height, hasAlpha } = await sharp(await printer.print(designOf(CARD))).metadata();
    assert.deepEqual(
      { format, width, height, hasAlpha },
      { format: 'png', ...SOCIAL_CARD_SIZE, hasAlpha: false },
    );
  });

  it('shows the portal’s name in its colour, the section in red and the headline in black', async () => {
    const card = await printer.print(designOf(CARD));
    assert.ok((await coloursIn(card, 72, 40, 300, 90)).has(COLOURS.brand));
    const below = await coloursIn(card, 72, 150, 1056, 450);
    assert.ok(below.has(COLOURS.urgent));
    assert.ok(below.has(COLOURS.ink));
  });

  it('is the same, byte for byte, whenever it is printed', async () => {
    assert.ok((await printer.print(designOf(CARD))).equals(await printer.print(designOf(CARD))));
  });

  it('keeps its words off its edges, whatever they are', async () => {
    const nameless = 'Hexakosioihexekontahexaphobie'.repeat(6);
    const given = [nameless, 'Oui', 'Le Nigeria et ses voisins à l’épreuve '.repeat(5).slice(0, 200)];
    const anything = fc.sample(fc.string({ unit: 'grapheme', maxLength: 200 }), { numRuns: 20, seed: 4 });
    for (const text of [...given, ...anything]) {
      for (const words of [
        headed(text),
        designOf({ portal: text.slice(0, 60), section: null, headline: text }),
      ]) {
        const card = await printer.print(words);
        for (const [left, top, width, height] of [
          [0, 14, 50, 616],
          [1150, 14, 50, 616],
          [0, 600, 1200, 30],
        ] as const)
          assert.deepEqual([...(await coloursIn(card, left, top, width, height))], ['#ffffff'], text);
      }
    }
  });

  it('shows no box for a Chinese name, and not the brackets around it either', async () => {
    assert.ok(await same('Zhang Yimou (张艺谋) à Cannes', 'Zhang Yimou à Cannes'));
  });

  it('shows Vietnamese, Polish, Greek and Russian names in full', async () => {
    for (const [name, bare] of [
      ['Nguyễn Phú Trọng', 'Nguyen Phu Trong'],
      ['Łódź', 'Lodz'],
      ['Αθήνα', ''],
      ['Путин', ''],
    ] as const)
      assert.ok(!(await same(`À ${bare} demain`, `À ${name} demain`)), name);
  });

  it('is the portal’s name under the section’s when the whole headline is in Chinese', async () => {
    const card = await printer.print(headed('张艺谋携《归来》亮相2014戛纳电影节'));
    const colours = await coloursIn(card, 72, 150, 1056, 450);
    assert.ok(colours.has(COLOURS.brand));
    assert.ok(!colours.has(COLOURS.ink));
  });
});

describe('the address of a card', () => {
  it('is a file’s under /images/', () => {
    assert.match(socialCardUrl(designOf(CARD)), /^\/images\/[a-z0-9]+\/[a-z0-9]+\.png$/);
  });

  it('changes with each of its words, and with nothing else', () => {
    const others: readonly SocialCardText[] = [
      { ...CARD, portal: 'Le Quotidien' },
      { ...CARD, section: 'Société' },
      { ...CARD, section: null },
      { ...CARD, headline: 'Le yuan apprend à monter' },
      { portal: 'Économie', section: 'Quotidien', headline: CARD.headline },
    ];
    assert.equal(
      new Set([CARD, ...others].map(text => socialCardUrl(designOf(text)))).size,
      others.length + 1,
    );
    assert.equal(socialCardUrl(designOf({ ...CARD })), socialCardUrl(designOf(CARD)));
  });
});
