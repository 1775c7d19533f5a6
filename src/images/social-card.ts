// The headline of an article without a photograph to the picture that social networks show of it, set in the portal's own type.
import { drawCard, type SocialCardText } from './card-drawing.ts';
import { CARD_COLOURS, CARD_FONTS, SOCIAL_CARD_SIZE } from './card-look.ts';
import { imageUrl } from './image-url.ts';
import { loadSharp } from './load-sharp.ts';
import { openTypeface } from './typeface.ts';

export { SOCIAL_CARD_SIZE, type SocialCardText };

/** What a card is made from besides its words: with any of it, its address changes. */
const INGREDIENTS = [CARD_FONTS, CARD_COLOURS];

/** Where the card stands: an address that never holds anything else. */
export function socialCardUrl({ portal, section, headline }: SocialCardText): string {
  return `${imageUrl('cards', [INGREDIENTS, portal, section, headline])}.png`;
}

export interface CardPrinter {
  /** A PNG of `SOCIAL_CARD_SIZE`; the same bytes for the same words. */
  readonly print: (text: SocialCardText) => Promise<Buffer>;
}

/** TrueType, those of `cardFonts` in `engine/assets/fonts.ts`. */
export interface CardFonts {
  readonly serif: readonly Uint8Array[];
  readonly sans: readonly Uint8Array[];
}

export async function openCardPrinter(fonts: CardFonts): Promise<CardPrinter> {
  const sharp = await loadSharp();
  const type = { serif: await openTypeface(fonts.serif), sans: await openTypeface(fonts.sans) };
  return {
    print: text =>
      sharp(Buffer.from(drawCard(text, type)))
        .removeAlpha()
        .png()
        .toBuffer(),
  };
}
