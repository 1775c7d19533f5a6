// Articles of photographs that are made for the tests in a browser, with their files: a gallery of five, and one with a single photograph.
import sharp from 'sharp';
import { article } from '../mini-site.ts';
import type { Variation } from './page-types.ts';

/** Pixels. So wide that the file for a whole screen is another than the page's own, and of other heights: one is tall. */
const WIDTH = 1600;
const HEIGHTS = [1067, 1067, 2400, 1067, 900] as const;

export const GALLERY_LENGTH = HEIGHTS.length;

export const GALLERY_URL = '/chine/2014/05/20/cinq-vues.html';
export const SINGLE_URL = '/chine/2014/05/20/une-vue.html';

/** The largest file of each photograph: none but the viewer asks for it on a desk. */
export const FULL_FILE = /-1600\.avif$/;

const described = (number: number) => ({
  src: `vue-${number}.jpg`,
  alt: `La vue ${number}`,
  caption: `Légende ${number}.`,
  credit: 'Nadia Benali',
});

/** The demonstration with both. */
export async function withGallery(): Promise<Variation> {
  const files = await Promise.all(
    HEIGHTS.map(async (height, index) => {
      const background = { r: 40 * index + 20, g: 90, b: 160 - 20 * index };
      const photograph = sharp({ create: { width: WIDTH, height, channels: 3, background } });
      return [`articles/vue-${index + 1}.jpg`, await photograph.jpeg().toBuffer()] as const;
    }),
  );
  return {
    files: Object.fromEntries(files),
    articles: {
      'cinq-vues.md': article({
        title: 'Cinq vues du port',
        gallery: HEIGHTS.map((_, index) => described(index + 1)),
      }),
      'une-vue.md': article({ title: 'Une vue du port', image: described(1) }),
    },
  };
}
