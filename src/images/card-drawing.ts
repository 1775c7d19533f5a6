// The words and colours of a social card to an SVG drawing of it: a masthead, a section and a headline, like the top of a front page.
import {
  type Block,
  bar,
  type CardType,
  centreBlocks,
  line,
  measureIn,
  paragraph,
  rectangle,
  space,
  type TextStyle,
} from './card-blocks.ts';
import { type CardColours, SOCIAL_CARD_SIZE } from './card-look.ts';
import { fitLine, fitText, type TypeSize } from './measured-text.ts';
import { printableText } from './printable-text.ts';

export interface SocialCardText {
  /** The portal's name. */
  readonly portal: string;
  /** The name of the article's section; null on the cards of the portal and of its sections. */
  readonly section: string | null;
  /** An article's title, the portal's description, or a section's name. */
  readonly headline: string;
}

/** All that a card is drawn from besides the fonts. */
export interface SocialCardDesign {
  readonly text: SocialCardText;
  readonly colours: CardColours;
}

/* All sizes are pixels. */
const { width: WIDTH, height: HEIGHT } = SOCIAL_CARD_SIZE;
const MARGIN = 72;
const COLUMN = WIDTH - 2 * MARGIN;
/** The rule over the masthead, as on pages. */
const TOP_RULE = 14;

const MASTHEAD = { sizes: [58, 50, 42, 36], baseline: 102, rule: 138, ruleHeight: 2 } as const;

const KICKER_SIZE = 32;
/** The height of capitals, as a share of the type size: the bar beside them is drawn at half of it. */
const CAPITALS = 0.66;
const BELOW_KICKER = 30;
const BAR = { width: 56, height: 6, after: 22 } as const;

const HEADLINE_SIZES: readonly TypeSize[] = [
  { size: 116, lines: 2 },
  { size: 92, lines: 3 },
  { size: 82, lines: 3 },
  { size: 74, lines: 4 },
  { size: 66, lines: 4 },
  { size: 58, lines: 5 },
  { size: 52, lines: 5 },
];

const LARGE_NAME_SIZES: readonly TypeSize[] = [
  { size: 168, lines: 1 },
  { size: 136, lines: 1 },
  { size: 108, lines: 2 },
  { size: 84, lines: 3 },
];
/** The depth of descenders (Q, p) below the base line, as a share of the type size. */
const DESCENT = 0.24;
const DESCRIPTION_SIZES: readonly TypeSize[] = [
  { size: 64, lines: 1 },
  { size: 46, lines: 3 },
  { size: 38, lines: 4 },
  { size: 34, lines: 5 },
];
const AROUND_BAR = { above: 22, below: 44 } as const;

/** The kinds of text on a card. */
type Styles = Readonly<Record<'name' | 'kicker' | 'headline' | 'description', TextStyle>>;

function stylesIn({ brand, urgent, ink }: CardColours): Styles {
  return {
    name: { face: 'serif', spacing: -20, leading: 1, colour: brand },
    kicker: { face: 'sans', spacing: 60, leading: 1, colour: urgent },
    headline: { face: 'serif', spacing: 0, leading: 1.13, colour: ink },
    description: { face: 'serif', spacing: 0, leading: 1.3, colour: ink },
  };
}

/** What every piece of one card is drawn with. */
interface Look {
  readonly type: CardType;
  readonly colours: CardColours;
  readonly styles: Styles;
}

/** What the fonts lack is left out, see `printableText`; of a headline of which nothing is left the section remains. */
export function drawCard({ text, colours }: SocialCardDesign, type: CardType): string {
  const { portal, section, headline } = text;
  const look: Look = { type, colours, styles: stylesIn(colours) };
  const name = printableText(portal, type.serif.covers);
  const words = printableText(headline, type.serif.covers);
  const kicker = section === null ? [] : kickerBlocks(printableText(section, type.sans.covers), look);
  const body =
    section === null || words === ''
      ? centreBlocks(TOP_RULE, HEIGHT, [...kicker, ...nameBlocks(name, words, look)])
      : masthead(name, look) + centreBlocks(MASTHEAD.rule, HEIGHT, [...kicker, headlineBlock(words, look)]);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">` +
    rectangle(0, 0, WIDTH, HEIGHT, colours.paper) +
    rectangle(0, 0, WIDTH, TOP_RULE, colours.brand) +
    `${body}</svg>`
  );
}

function masthead(name: string, { type, colours, styles }: Look): string {
  const { size, lines } = fitLine(name, COLUMN, MASTHEAD.sizes, measureIn(styles.name, type));
  return (
    line(lines[0] ?? '', size, MARGIN, MASTHEAD.baseline, styles.name, type) +
    rectangle(MARGIN, MASTHEAD.rule, COLUMN, MASTHEAD.ruleHeight, colours.rule)
  );
}

function kickerBlocks(section: string, { type, colours, styles }: Look): readonly Block[] {
  if (section === '') return [];
  const x = MARGIN + BAR.width + BAR.after;
  const capitals = section.toLocaleUpperCase('fr');
  const { size, lines } = fitLine(
    capitals,
    WIDTH - MARGIN - x,
    [KICKER_SIZE],
    measureIn(styles.kicker, type),
  );
  const height = size * CAPITALS;
  const marked: Block = {
    height,
    svg: top =>
      rectangle(MARGIN, top + (height - BAR.height) / 2, BAR.width, BAR.height, colours.urgent) +
      line(lines[0] ?? '', size, x, top + height, styles.kicker, type),
  };
  return [marked, space(BELOW_KICKER)];
}

function headlineBlock(headline: string, { type, styles }: Look): Block {
  const fitted = fitText(headline, COLUMN, HEADLINE_SIZES, measureIn(styles.headline, type));
  return paragraph(fitted, MARGIN, styles.headline, type);
}

/** The portal's name as large as it fits, and what it is. */
function nameBlocks(name: string, description: string, { type, colours, styles }: Look): readonly Block[] {
  const large = fitText(name, COLUMN, LARGE_NAME_SIZES, measureIn(styles.name, type));
  const block = paragraph(large, MARGIN, styles.name, type);
  if (description === '') return [block];
  const words = fitText(description, COLUMN, DESCRIPTION_SIZES, measureIn(styles.description, type));
  return [
    block,
    space(large.size * DESCENT + AROUND_BAR.above),
    bar(MARGIN, BAR.width, BAR.height, colours.urgent),
    space(AROUND_BAR.below),
    paragraph(words, MARGIN, styles.description, type),
  ];
}
