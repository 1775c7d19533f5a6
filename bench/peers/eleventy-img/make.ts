// Every photograph of a folder to the same widths and formats that Quotidien makes of an article's: eleventy-img's own work.
// Arguments: the folder, the output, how many at a time. Prints how many files stand in the output.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Image from '@11ty/eleventy-img';
import { ARTICLE_WIDTHS, AVIF_EFFORT } from '../../photograph-work.ts';

const [folder = '', output = '', workers = '1'] = process.argv.slice(2);
Image.concurrency = Number(workers);
const made = await Promise.all(
  readdirSync(folder)
    .filter(name => name.endsWith('.jpg'))
    .sort()
    .map(name =>
      Image(join(folder, name), {
        widths: [...ARTICLE_WIDTHS],
        formats: ['avif', 'webp', 'jpeg'],
        outputDir: output,
        urlPath: '/img/',
        sharpAvifOptions: { effort: AVIF_EFFORT },
        sharpJpegOptions: { mozjpeg: true, progressive: true },
        // As it is for a site: the originals are not served.
        failOnError: true,
      }),
    ),
);
process.stdout.write(
  `${JSON.stringify({ photographs: made.length, files: readdirSync(output).length })}\n`,
);
