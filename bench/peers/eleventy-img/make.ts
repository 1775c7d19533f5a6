// Every photograph of a folder to the same files that Quotidien makes of an article's: eleventy-img's own work.
// Arguments: the folder, the output, how many at a time. Prints how many files stand in the output.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Image from '@11ty/eleventy-img';
import { ARTICLE_WORK, type PhotographWork } from '../../photograph-work.ts';

const [folder = '', output = '', workers = '1'] = process.argv.slice(2);
Image.concurrency = Number(workers);
const photographs = readdirSync(folder)
  .filter(name => name.endsWith('.jpg'))
  .sort();
const make = (name: string, { format, widths, options }: PhotographWork): Promise<unknown> =>
  Image(join(folder, name), {
    widths: [...widths],
    formats: [format],
    outputDir: output,
    urlPath: '/img/',
    ...(format === 'avif' ? { sharpAvifOptions: options } : { sharpJpegOptions: options }),
    failOnError: true,
  });
await Promise.all(photographs.flatMap(name => ARTICLE_WORK.map(work => make(name, work))));
process.stdout.write(
  `${JSON.stringify({ photographs: photographs.length, files: readdirSync(output).length })}\n`,
);
