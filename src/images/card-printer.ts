// The design of a social card to its picture, set in the portal's own type.
import { drawCard, type SocialCardDesign } from './card-drawing.ts';
import { loadSharp } from './load-sharp.ts';
import { openTypeface } from './typeface.ts';

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
