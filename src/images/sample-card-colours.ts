// The colours of cards in tests: what matters is that they can be told apart, and that the theme's may change without them.
import type { CardColours } from './card-look.ts';

export const SAMPLE_CARD_COLOURS: CardColours = {
  paper: '#fff',
  ink: '#16191d',
  rule: '#cfd6de',
  brand: '#0a4a8f',
  urgent: '#b80f1d',
};
