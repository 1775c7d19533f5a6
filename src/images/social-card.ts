// The headline of an article without a photograph to the address of the picture that social networks show of it. `card-printer.ts` makes it.
import type { SocialCardDesign, SocialCardText } from './card-drawing.ts';
import { CARD_COLOUR_NAMES, CARD_FONTS, type CardColours, SOCIAL_CARD_SIZE } from './card-look.ts';
import { imageUrl } from './image-url.ts';

export { type CardColours, SOCIAL_CARD_SIZE, type SocialCardDesign, type SocialCardText };

/** Where the card stands: an address that never holds anything else. It changes with the words, the colours and the fonts. */
export function socialCardUrl({ text: { portal, section, headline }, colours }: SocialCardDesign): string {
  // Always in the same order: an address must not depend on how the record of colours came about.
  const ordered = Object.fromEntries(CARD_COLOUR_NAMES.map(name => [name, colours[name]]));
  return `${imageUrl('cards', [[CARD_FONTS, ordered], portal, section, headline])}.png`;
}
