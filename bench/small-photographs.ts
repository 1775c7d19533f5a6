// Articles of the corpus to articles with a small photograph beside each, every one another: what an archive of photographs costs, without the hours that as many large ones would take.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import sharp from 'sharp';

/** Pixels. */
const WIDTH = 320;
const HEIGHT = 240;

/** Gives a photograph to one article, by the path of its file. */
export type Illustrate = (file: string) => void;

export async function illustrator(): Promise<Illustrate> {
  const photograph = await sharp({
    create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#c86432' },
  })
    .jpeg({ quality: 50 })
    .toBuffer();
  return file => {
    const path = file.replace(/\.md$/, '.jpg');
    const name = basename(path);
    writeFileSync(path, withComment(photograph, name));
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('\n---\n', `\nimage:\n  src: "${name}"\n  alt: "Une vue"\n---\n`));
  };
}

/** Gives one to every article below a folder. */
export function illustrateAll(folder: string, illustrate: Illustrate): void {
  for (const item of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (item.name.endsWith('.md')) illustrate(join(item.parentPath, item.name));
}

/** A JPEG with a comment after its first marker (ITU-T T.81, B.2.4.5), so that no other has its bytes. */
function withComment(jpeg: Buffer, comment: string): Buffer {
  const text = Buffer.from(comment);
  const segment = Buffer.from([0xff, 0xfe, 0, 0]);
  segment.writeUInt16BE(text.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), segment, text, jpeg.subarray(2)]);
}
