import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { noise } from '../../tests/media/sample-photographs.ts';
import { cardFonts } from '../engine/assets/fonts.ts';
import { openCardPrinter } from './card-printer.ts';
import { hasImage, IMAGES_FOLDER, imagePath } from './image-cache.ts';
import { type ImageMaker, type PhotographJob, startImageMaker } from './image-maker.ts';
import { filesOf } from './picture.ts';
import { readPhotograph } from './read-photograph.ts';
import { SAMPLE_CARD_COLOURS } from './sample-card-colours.ts';
import { socialCardUrl } from './social-card.ts';

describe('images made in a process of their own', () => {
  let folder = '';
  let maker: ImageMaker;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'quotidien-maker-'));
    maker = startImageMaker();
  });
  after(() => {
    maker.close();
    rmSync(folder, { recursive: true });
  });

  async function jobFor(name: string, bytes: Buffer): Promise<PhotographJob> {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const read = await readPhotograph(bytes, name);
    assert.ok(read.ok);
    const wanted = filesOf(read.photograph, 'thumbnail', null).map(file => ({ file, focus: null }));
    return { path, photograph: read.photograph, wanted, cacheDir: join(folder, '.cache') };
  }

  it('are in the cache when it answers', async () => {
    const jobs = [
      await jobFor('quai.jpg', await noise().jpeg().toBuffer()),
      await jobFor('port.png', await noise(120, 160).png().toBuffer()),
    ];
    const counts = await Promise.all(jobs.map(job => maker.make(job)));
    for (const [index, { wanted, cacheDir }] of jobs.entries()) {
      assert.equal(counts[index], wanted.length);
      for (const { file } of wanted) assert.ok(hasImage(cacheDir, file.url));
    }
  });

  it('are not made when the file is gone or another than the one looked at', async () => {
    const job = await jobFor('autre.jpg', await noise(200, 100).jpeg().toBuffer());
    writeFileSync(job.path, await noise(200, 150).jpeg().toBuffer());
    assert.equal(await maker.make(job), null);
    rmSync(job.path);
    assert.equal(await maker.make(job), null);
    for (const { file } of job.wanted) assert.equal(hasImage(job.cacheDir, file.url), false);
  });

  it('leave nothing half made when one fails, and the next is made', async () => {
    const job = await jobFor('large.jpg', await noise(220, 100).jpeg().toBuffer());
    const { file } = job.wanted[0]!;
    const wrong = { ...job, wanted: [{ file: { ...file, width: -1 }, focus: null }] };
    await assert.rejects(maker.make(wrong), Error);
    assert.deepEqual(
      readdirSync(join(job.cacheDir, IMAGES_FOLDER), { recursive: true }).filter(name =>
        String(name).includes('half'),
      ),
      [],
    );
    assert.equal(await maker.make(job), job.wanted.length);
    assert.ok(hasImage(job.cacheDir, file.url));
  });

  it('fail with what the system refuses, so that it can be said in words', async () => {
    const job = await jobFor('refus.jpg', await noise(70, 40).jpeg().toBuffer());
    const noFolder = join(folder, 'fichier');
    writeFileSync(noFolder, '');
    await assert.rejects(maker.make({ ...job, cacheDir: noFolder }), { code: 'ENOTDIR' });
  });

  it('fail when their process does, and another is started for the next', async () => {
    const entry = join(folder, 'entry.mjs');
    writeFileSync(entry, "process.on('message', () => process.exit(3));\n");
    const fragile = startImageMaker(pathToFileURL(entry));
    const job = await jobFor('fragile.jpg', await noise(60, 40).jpeg().toBuffer());
    await assert.rejects(fragile.make(job), /ended \(3\)/);
    writeFileSync(entry, "process.on('message', ({ id }) => process.send({ id, made: 7 }));\n");
    assert.equal(await fragile.make(job), 7);
    fragile.close();
  });

  it('are cards, too, the same as those printed in this process', async () => {
    const fonts = await cardFonts(folder);
    const cacheDir = join(folder, '.cache');
    const texts = ['Le port rouvre', 'Le quai attend'].map(headline => ({
      portal: 'Quotidien',
      section: 'Chine',
      headline,
    }));
    const cards = texts
      .map(text => ({ text, colours: SAMPLE_CARD_COLOURS }))
      .map(design => ({ url: socialCardUrl(design), design }));
    assert.equal(await maker.print({ cards, fonts, cacheDir }), 2);
    const printer = await openCardPrinter(fonts);
    for (const { url, design } of cards)
      assert.deepEqual(readFileSync(imagePath(cacheDir, url)), await printer.print(design));
  });

  it('fail when they are stopped', async () => {
    const stopped = startImageMaker();
    const waiting = stopped.make(await jobFor('stop.jpg', await noise(60, 40).jpeg().toBuffer()));
    stopped.close();
    await assert.rejects(waiting, /closed/);
  });
});
