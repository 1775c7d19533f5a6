// Whatever comes in whatever pieces: an answer finds its request, or whoever waits is told why there is none.
import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { openSftp, type SftpEnd } from './sftp-client.ts';
import { PACKET, packet } from './sftp-packets.ts';

const ENDED = new Error('la connexion a été coupée');

const SILENT = new Error('sans réponse à temps');
const whyEnded = async (end: SftpEnd) =>
  end === 'over' ? ENDED : end === 'silent' ? SILENT : new Error(end.garbled);

/** A greeting with what the server can do, then answers. */
function greeting(): Buffer {
  const fields = packet(PACKET.version, [3, 'posix-rename@openssh.com', '1']);
  return fields;
}

function cut(bytes: Buffer, lengths: readonly number[]): readonly Buffer[] {
  const pieces: Buffer[] = [];
  let at = 0;
  for (const length of lengths) {
    pieces.push(bytes.subarray(at, at + length));
    at += length;
  }
  return [...pieces, bytes.subarray(at)].filter(piece => piece.length > 0);
}

const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 60 });

describe('a client of SFTP', () => {
  it('finds the answer to each request, in whatever order and pieces they come', async () => {
    await fc.assert(
      fc.asyncProperty(
        lengths,
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
        fc.integer({ min: 0, max: 5_000 }),
        async (pieces, order, size) => {
          const from = new PassThrough();
          const opening = openSftp(from, new PassThrough().resume(), whyEnded);
          from.write(greeting());
          const client = await opening;
          assert.deepEqual([...client.extensions], ['posix-rename@openssh.com']);
          const asked = order.map(() => client.request(PACKET.read, 'poignée', 0n, 10));
          const answers = order.map(id => packet(PACKET.data, [id, Buffer.alloc(size, id)]));
          for (const piece of cut(Buffer.concat(answers), pieces)) from.write(piece);
          for (const [id, answer] of (await Promise.all(asked)).entries()) {
            assert.equal(answer.type, PACKET.data);
            assert.deepEqual(answer.fields.bytes(), Buffer.alloc(size, id));
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('tells all that wait why the line was cut, and whoever asks later', async () => {
    const from = new PassThrough();
    const opening = openSftp(from, new PassThrough().resume(), whyEnded);
    from.write(greeting());
    const client = await opening;
    const asked = [client.request(PACKET.read), client.request(PACKET.read)];
    from.end(packet(PACKET.data, [0, 'entier']).subarray(0, 12));
    for (const each of asked) await assert.rejects(each, ENDED);
    await assert.rejects(client.request(PACKET.read), ENDED);
  });

  it('says that the line was cut before anything came', async () => {
    const from = new PassThrough();
    const opening = openSftp(from, new PassThrough().resume(), whyEnded);
    from.end();
    await assert.rejects(opening, ENDED);
  });

  it('says what came in the place of SFTP', async () => {
    const from = new PassThrough();
    const opening = openSftp(from, new PassThrough().resume(), whyEnded);
    from.end('Bienvenue sur notre serveur\n');
    await assert.rejects(opening, { message: 'Bienvenue sur notre serveur' });
  });

  it('gives up a server that says nothing, to begin with or later, but none that is not asked', async () => {
    const quiet = openSftp(new PassThrough(), new PassThrough().resume(), whyEnded, 20);
    await assert.rejects(quiet, SILENT);
    const from = new PassThrough();
    const opening = openSftp(from, new PassThrough().resume(), whyEnded, 20);
    from.write(greeting());
    const client = await opening;
    await new Promise(resolve => setTimeout(resolve, 60));
    const answered = client.request(PACKET.read);
    from.write(packet(PACKET.data, [0, 'entier']));
    assert.equal((await answered).fields.text(), 'entier');
    await assert.rejects(client.request(PACKET.read), SILENT);
  });

  it('ends with an error, and never waits for ever, whatever bytes come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.uint8Array({ maxLength: 200 }),
        lengths,
        async (greets, bytes, pieces) => {
          const from = new PassThrough();
          const opening = openSftp(from, new PassThrough().resume(), whyEnded);
          if (greets) from.write(greeting());
          const outcome = opening.then(client => client.request(PACKET.read));
          for (const piece of cut(Buffer.from(bytes), pieces)) from.write(piece);
          from.end();
          const answer = await outcome.catch((error: unknown) => error);
          assert.ok(answer instanceof Error || 'fields' in (answer as object));
        },
      ),
    );
  });
});
