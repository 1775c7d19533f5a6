// The photographs of a folder become images in the widths and formats that Quotidien makes for an article, by eleventy-img.
// Arguments: the folder, the output, how many photographs at a time. Prints the number of files in the output.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Image from '@11ty/eleventy-img';
import { ARTICLE_WIDTHS, EFFORT, WITHIN_PAGES } from '../../photograph-work.ts';

const [folder = '', output = '', workers = '1'] = process.argv.slice(2);
Image.concurrency = Number(workers);
const photographs = readdirSync(folder)
  .filter(name => name.endsWith('.jpg'))
  .sort();
const make = (name: string, widths: readonly number[], effort: number): Promise<unknown> =>
  Image(join(folder, name), {
    widths: [...widths],
    formats: ['avif', 'webp', 'jpeg'],
    outputDir: output,
    urlPath: '/img/',
    sharpAvifOptions: { effort },
    sharpWebpOptions: { effort: EFFORT.webp },
    sharpJpegOptions: { mozjpeg: true, progressive: true },
    failOnError: true,
  });
const isWithinPages = (width: number): boolean => width <= WITHIN_PAGES;
await Promise.all(
  photographs.flatMap(name => [
    make(name, ARTICLE_WIDTHS.filter(isWithinPages), EFFORT.avif.withinPages),
    make(
      name,
      ARTICLE_WIDTHS.filter(width => !isWithinPages(width)),
      EFFORT.avif.above,
    ),
  ]),
);
process.stdout.write(
  `${JSON.stringify({ photographs: photographs.length, files: readdirSync(output).length })}\n`,
);
