import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { FONT_STACKS } from '../../theme/fonts.ts';
import { sfntOf, woff2Of } from './font-format.ts';
import { packageFile } from './installed-package.ts';

const fonts = FONT_STACKS.map(({ face }) => readFileSync(packageFile(face.package, face.file)));

describe('fonts that are converted', () => {
  it('come out the same, several at once or one by one', async () => {
    // The first time counts: later on the memory has grown, and conversions no longer meet in it.
    const together = await Promise.all(fonts.map(sfntOf));
    for (const [index, font] of fonts.entries()) {
      assert.ok(together[index]!.equals(await sfntOf(font)));
      assert.equal(together[index]!.readUInt32BE(0), 0x00010000);
    }
    const back = await Promise.all(together.map(woff2Of));
    for (const [index, font] of together.entries()) assert.ok(back[index]!.equals(await woff2Of(font)));
  });

  it('are converted after one that fails', async () => {
    const failed = sfntOf(Buffer.from('no font'));
    const next = sfntOf(fonts[0]!);
    await assert.rejects(failed);
    assert.ok((await next).length > fonts[0]!.length);
  });
});
