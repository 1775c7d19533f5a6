import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import exifReader from 'exifreader';
import fc from 'fast-check';
import sharp from 'sharp';
import { noise } from '../../tests/media/sample-photographs.ts';
import { makePhotograph } from './make-photograph.ts';
import { type PhotographCredit, photographCredit } from './photograph-credit.ts';
import { filesOf, fullFile, type ImageFile } from './picture.ts';
import { readPhotograph } from './read-photograph.ts';
import { creditXmp, withCreditExif } from './write-credit.ts';

const CREDIT: PhotographCredit = {
  creators: ['Éléonore Müller', '李伟'],
  credit: 'Agence du Fleuve (Port-Gentil)',
  copyright: '© 2014 Agence <du> Fleuve & Cie',
};

/** IPTC-IIM 4.2: records of a photograph as agencies send them, in the segment of Photoshop’s. */
function withIptc(
  jpeg: Buffer,
  records: readonly (readonly [number, string])[],
  encoding: 'utf8' | 'latin1',
): Buffer {
  const sets = records.map(([number, text]) => {
    const value = Buffer.from(text, encoding);
    const head = Buffer.from([0x1c, 2, number, 0, value.length]);
    return Buffer.concat([head, value]);
  });
  const data = Buffer.concat(sets);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const block = Buffer.concat([
    Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0', 'latin1'),
    length,
    data,
    Buffer.alloc(data.length % 2),
  ]);
  const segment = Buffer.concat([Buffer.from([0xff, 0xed, 0, 0]), block]);
  segment.writeUInt16BE(segment.length - 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
}

describe('who made a photograph', () => {
  it('is read from XMP, in every type of file that has it', async () => {
    for (const format of ['jpeg', 'png', 'webp', 'tiff', 'avif'] as const) {
      const xmp = creditXmp(CREDIT);
      // Some programs leave out what is only there to be found by.
      for (const written of [xmp, xmp.replaceAll(/<\?xpacket.*?\?>/g, '')]) {
        const bytes = await noise().withXmp(written).toFormat(format).toBuffer();
        assert.deepEqual(await photographCredit(bytes), CREDIT, format);
      }
    }
  });

  it('is read from EXIF', async () => {
    const jpeg = withCreditExif(await noise().jpeg().toBuffer(), 'jpeg', CREDIT);
    assert.deepEqual(await photographCredit(jpeg), {
      creators: ['Éléonore Müller; 李伟'],
      credit: null,
      copyright: CREDIT.copyright,
    });
  });

  it('is read from what agencies write (IPTC), in either of its alphabets', async () => {
    const jpeg = await noise().jpeg().toBuffer();
    for (const encoding of ['utf8', 'latin1'] as const) {
      const bytes = withIptc(
        jpeg,
        [
          [80, 'Éléonore Müller'],
          [80, 'Zoé'],
          [110, 'Agence'],
          [116, '© Agence'],
        ],
        encoding,
      );
      assert.deepEqual(await photographCredit(bytes), {
        creators: ['Éléonore Müller', 'Zoé'],
        credit: 'Agence',
        copyright: '© Agence',
      });
    }
  });

  it('is believed where it is written last: XMP before IPTC before EXIF, each for itself', async () => {
    const xmp = creditXmp({ creators: ['XMP'], credit: null, copyright: null });
    const exif = withCreditExif(await noise().withXmp(xmp).jpeg().toBuffer(), 'jpeg', CREDIT);
    const bytes = withIptc(
      exif,
      [
        [80, 'IPTC'],
        [110, 'Agence IPTC'],
      ],
      'utf8',
    );
    assert.deepEqual(await photographCredit(bytes), {
      creators: ['XMP'],
      credit: 'Agence IPTC',
      copyright: CREDIT.copyright,
    });
  });

  it('is one line of ordinary characters, and not a novel', async () => {
    const written = {
      creators: [' Éléonore\n\tMüller '],
      credit: 'A'.repeat(2000),
      copyright: '\u202eelgnA\u200b',
    };
    const bytes = await noise().withXmp(creditXmp(written)).jpeg().toBuffer();
    assert.deepEqual(await photographCredit(bytes), {
      creators: ['Éléonore Müller'],
      credit: 'A'.repeat(300),
      copyright: 'elgnA',
    });
  });

  it('is nobody where nothing is said, or nothing that can be read', async () => {
    assert.equal(await photographCredit(await noise().jpeg().toBuffer()), null);
    assert.equal(await photographCredit(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')), null);
    const whole = withIptc(
      withCreditExif(await noise(8, 8).withXmp(creditXmp(CREDIT)).jpeg().toBuffer(), 'jpeg', CREDIT),
      [[80, 'IPTC']],
      'utf8',
    );
    const change = fc.tuple(fc.integer({ min: 2, max: 1500 }), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async changes => {
        const bytes = Buffer.from(whole);
        for (const [at, to] of changes) bytes[at % bytes.length] = to;
        await photographCredit(bytes);
      }),
    );
  });
});

describe('what a file of a page tells of its photograph', () => {
  const SECRETS = {
    IFD0: { Make: 'Fabricant', Software: 'Logiciel', Artist: 'x' },
    IFD2: { BodySerialNumber: 'SERIAL-4711' },
    IFD3: { GPSLatitude: '51/1 30/1 3230/100', GPSLatitudeRef: 'N' },
  };

  async function source(): Promise<Buffer> {
    const xmp = creditXmp(CREDIT).replace(
      '</rdf:Description>',
      '<exif:GPSLatitude xmlns:exif="http://ns.adobe.com/exif/1.0/">51,30N</exif:GPSLatitude></rdf:Description>',
    );
    return await noise(300, 200).withExif(SECRETS).withXmp(xmp).withIccProfile('p3').jpeg().toBuffer();
  }

  async function makeFiles(bytes: Buffer): Promise<readonly (readonly [ImageFile, Buffer])[]> {
    const read = await readPhotograph(bytes, 'quai.jpg');
    assert.ok(read.ok);
    const files = [...filesOf(read.photograph, 'article', null), fullFile(read.photograph)];
    const made: (readonly [ImageFile, Buffer])[] = [];
    for await (const image of makePhotograph(
      bytes,
      read.photograph,
      files.map(file => ({ file, focus: null })),
    ))
      made.push([files.find(({ url }) => url === image.url)!, image.bytes]);
    return made;
  }

  it('is nothing at all, but in the file that readers keep', async () => {
    for (const [{ url, credited }, image] of await makeFiles(await source())) {
      const { exif, xmp, iptc, icc } = await sharp(image).metadata();
      assert.deepEqual([exif !== undefined, xmp !== undefined], [credited, credited], url);
      assert.deepEqual([iptc, icc], [undefined, undefined]);
      assert.doesNotMatch(image.toString('latin1'), /GPS|SERIAL|Fabricant|Logiciel|51,30N/, url);
    }
  });

  it('is credit and copyright in that one, in letters of any language', async () => {
    const [, kept] = (await makeFiles(await source())).find(([{ credited }]) => credited)!;
    assert.deepEqual(await photographCredit(kept), CREDIT);
    const { exif } = await exifReader.load(kept, { expanded: true });
    assert.deepEqual(Object.keys(exif!), ['Artist', 'Copyright']);
    assert.equal(exif!.Artist!.description, 'Éléonore Müller; 李伟');
    assert.equal(exif!.Copyright!.description, CREDIT.copyright);
  });

  it('is the same in a PNG', async () => {
    const edge = { left: 10, background: { r: 0, g: 0, b: 0, alpha: 0 } };
    const png = await noise(300, 200).ensureAlpha().extend(edge).withXmp(creditXmp(CREDIT)).png().toBuffer();
    const [{ format }, kept] = (await makeFiles(png)).find(([{ credited }]) => credited)!;
    assert.equal(format, 'png');
    assert.deepEqual(await photographCredit(kept), CREDIT);
    const { exif } = await exifReader.load(kept, { expanded: true });
    assert.equal(exif!.Artist!.description, 'Éléonore Müller; 李伟');
    // Whole as decoders want it, with the checksum of what was put in.
    await sharp(kept, { failOn: 'warning' }).raw().toBuffer();
  });

  it('is nothing in that one either when the photograph says nothing', async () => {
    for (const [{ url }, image] of await makeFiles(await noise(300, 200).jpeg().toBuffer())) {
      const { exif, xmp } = await sharp(image).metadata();
      assert.deepEqual([exif, xmp], [undefined, undefined], url);
    }
  });
});
