// The headline of an article without a photograph to the picture that social networks show of it, set in the portal's own type.
import { drawCard, type SocialCardDesign, type SocialCardText } from './card-drawing.ts';
import { CARD_COLOUR_NAMES, CARD_FONTS, type CardColours, SOCIAL_CARD_SIZE } from './card-look.ts';
import { imageUrl } from './image-url.ts';
import { loadSharp } from './load-sharp.ts';
import { openTypeface } from './typeface.ts';

export { type CardColours, SOCIAL_CARD_SIZE, type SocialCardDesign, type SocialCardText };

/** Where the card stands: an address that never holds anything else. It changes with the words, the colours and the fonts. */
export function socialCardUrl({ text: { portal, section, headline }, colours }: SocialCardDesign): string {
  // Always in the same order: an address must not depend on how the record of colours came about.
  const ordered = Object.fromEntries(CARD_COLOUR_NAMES.map(name => [name, colours[name]]));
  return `${imageUrl('cards', [[CARD_FONTS, ordered], portal, section, headline])}.png`;
}

export interface CardPrinter {
  /** A PNG of `SOCIAL_CARD_SIZE`; the same bytes for the same design. */
  readonly print: (design: SocialCardDesign) => Promise<Buffer>;
}

/** TrueType files, from `cardFonts` in `engine/assets/fonts.ts`. */
export interface CardFonts {
  readonly serif: readonly Uint8Array[];
  readonly sans: readonly Uint8Array[];
}

export async function openCardPrinter(fonts: CardFonts): Promise<CardPrinter> {
  const sharp = await loadSharp();
  const type = { serif: await openTypeface(fonts.serif), sans: await openTypeface(fonts.sans) };
  return {
    print: design =>
      sharp(Buffer.from(drawCard(design, type)))
        .removeAlpha()
        .png()
        .toBuffer(),
  };
}
