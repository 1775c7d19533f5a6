// Random edits of the files that articles show: photographs, a film, a sound, and what goes with them.
import fc from 'fast-check';
import sharp from 'sharp';
import { sampleMp3, sampleMp4 } from '../media/sample-recordings.ts';
import type { MiniSite } from '../mini-site.ts';

/** Small, and of one colour each: what matters is that they differ. */
const PIXELS = await Promise.all(
  ['#aa2211', '#1133aa', '#117733'].map(background =>
    sharp({ create: { width: 64, height: 40, channels: 3, background } })
      .png()
      .toBuffer(),
  ),
);

/** Per file its versions. */
const FILES = {
  'a.png': PIXELS,
  'b.png': PIXELS,
  'film.mp4': [sampleMp4(), sampleMp4({ brand: 'mp42' })],
  'son.mp3': [sampleMp3(), sampleMp3({ frames: 11 })],
  'film.vtt': [captions('Bonjour.'), captions('Bonsoir.')],
  'autre.vtt': [captions('Merci.'), captions('Adieu.')],
  'texte.txt': ['On entend la mer.\n', 'On entend la foule.\n'],
  // The last is no PDF.
  'rapport.pdf': ['%PDF-1.4\n', '%PDF-1.7\nUn rapport.\n', 'Un texte.\n'],
  'autre.txt': ['On entend le vent.\n', 'On n’entend rien.\n'],
} as const;

function captions(said: string): string {
  return `WEBVTT\n\n00:00.000 --> 00:02.000\n${said}\n`;
}

export type MediaFile = keyof typeof FILES;

export interface MediaEdit {
  readonly name: MediaFile;
  /** null: the file is removed, and whoever shows it is faulty. */
  readonly version: number | null;
}

export const mediaEdits: fc.Arbitrary<MediaEdit> = fc
  .constantFrom(...(Object.keys(FILES) as MediaFile[]))
  .chain(name =>
    fc.record({
      name: fc.constant(name),
      version: fc.option(fc.nat(FILES[name].length - 1), { freq: 6 }),
    }),
  );

/** Gives a portal all the files; each edit is then played on them. */
export function mediaPlayer(site: MiniSite): (edit: MediaEdit) => void {
  const play = ({ name, version }: MediaEdit): void => {
    const path = `content/media/${name}`;
    if (version !== null) site.write(path, FILES[name][version]!);
    else if (site.holds(path)) site.remove(path);
  };
  for (const name of Object.keys(FILES) as MediaFile[]) play({ name, version: name === 'b.png' ? 1 : 0 });
  return play;
}
