// Generated photographs become two articles for the tests in a browser: one with a gallery of five, and one with a single photograph.
import sharp from 'sharp';
import { article } from '../mini-site.ts';
import type { Variation } from './page-types.ts';

/** Pixels. At this width the file for the whole screen differs from the one in the page. One photograph is tall. */
const WIDTH = 1600;
const HEIGHTS = [1067, 1067, 2400, 1067, 900] as const;

export const GALLERY_LENGTH = HEIGHTS.length;

export const GALLERY_URL = '/chine/2014/05/20/cinq-vues.html';
export const SINGLE_URL = '/chine/2014/05/20/une-vue.html';

/** The address of the largest file of a photograph. On a desktop only the viewer loads it. */
export const FULL_FILE = /-1600\.avif$/;

const photographFields = (number: number) => ({
  src: `vue-${number}.jpg`,
  alt: `La vue ${number}`,
  caption: `Légende ${number}.`,
  credit: 'Nadia Benali',
});

/** The demonstration with both articles. */
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
        summary: 'Ce que montrent les vues.',
        gallery: HEIGHTS.map((_, index) => photographFields(index + 1)),
      }),
      'une-vue.md': article({ title: 'Une vue du port', image: photographFields(1) }),
    },
  };
}
