// Comments on their way to the files of the site, which read them.
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readComment } from '../../src/comment/read-comment.ts';
import { commentFile } from '../../src/participation/comment-file.ts';
import type { CommentRecord } from '../../src/participation/comment-record.ts';
import { exportComments } from '../../src/participation/export-comments.ts';
import { plainLine, plainLines } from '../../src/participation/plain-text.ts';
import { ulid } from '../../src/participation/ulid.ts';
import { quickestFolder } from '../quickest-folder.ts';
import { howMany } from '../soak/how-many.ts';
import { AFTERNOON } from './service-under-test.ts';

function read(text: string) {
  const comment = readComment('a.yaml', Buffer.from(text), 'Asia/Shanghai');
  assert.ok(comment.ok, comment.ok ? '' : `${JSON.stringify(comment.problems)}\n${text}`);
  return comment.value;
}

describe('the file of a comment', () => {
  it('is read by the site as what was sent, whatever a reader types', () => {
    const hostile = fc.constantFrom(
      '---',
      '...',
      '- a',
      '# b',
      'a: b',
      '|',
      '>',
      "'",
      '"',
      '\\',
      '\t',
      '%YAML',
      '&a *a',
      '!!js',
      '\u0000',
      '\u2028',
      '{{',
      '<b>',
      '\u{1f600}',
    );
    const typed = fc
      .array(fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 20 }), fc.constant('\n')), {
        maxLength: 12,
      })
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(typed, typed, fc.integer({ min: 0, max: 4e12 }), (first, second, sent) => {
        const text = plainLines(first).slice(0, 3000).trim();
        fc.pre(text !== '');
        const name = plainLine(second).slice(0, 60).trim() || null;
        const { date, id: _, ...words } = read(commentFile({ sent, replyTo: null, name, text }));
        assert.deepEqual({ ...words }, { replyTo: null, name, text });
        assert.equal(date, sent - (sent % 1000));
      }),
      howMany('words of readers'),
    );
  });

  it('is one that an editor can read and correct', () => {
    assert.equal(
      commentFile({
        sent: AFTERNOON,
        replyTo: '01HXAAAAAAAAAAAAAAAAAAAAAA',
        name: 'Jeanne',
        text: 'Le port est beau.\n\nEt le quai ?',
      }),
      'date: 2014-05-20T07:30:00Z\nreplyTo: "01HXAAAAAAAAAAAAAAAAAAAAAA"\nname: "Jeanne"\ntext: |-\n  Le port est beau.\n\n  Et le quai ?\n',
    );
  });
});

/** A content folder with one article, and a store that holds what a test puts there. */
function site() {
  const dir = mkdtempSync(join(quickestFolder(), 'quotidien-export-'));
  const write = (path: string, text = ''): void => {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  };
  write('articles/2014/05/port.md');
  const approved: CommentRecord[] = [];
  const withdrawn: string[] = [];
  const store = {
    comments: async () => approved,
    comment: async (id: string) => approved.find(each => each.id === id) ?? null,
    withdrawnIds: async () => withdrawn,
    moveComment: async (id: string, file: string) => {
      const at = approved.findIndex(each => each.id === id);
      approved[at] = { ...approved[at]!, file };
    },
  };
  const add = (file = '2014/05/port', replyTo: string | null = null): string => {
    const id = ulid(AFTERNOON + approved.length);
    approved.push({ id, file, sent: AFTERNOON, replyTo, name: 'Jeanne', text: 'Bien.' } as CommentRecord);
    return id;
  };
  return {
    dir,
    write,
    approved,
    withdrawn,
    add,
    export: () => exportComments(store, dir),
    [Symbol.dispose]: () => rmSync(dir, { recursive: true, force: true }),
  };
}

describe('an export', () => {
  it('writes approved comments beside their article, and the second time nothing', async () => {
    using at = site();
    const id = at.add();
    const path = `comments/2014/05/port/${id}.yaml`;
    assert.deepEqual(await at.export(), { written: [path], removed: [], kept: 0, waiting: [] });
    assert.deepEqual(readdirSync(join(at.dir, 'comments/2014/05/port')), [`${id}.yaml`]);
    assert.deepEqual(await at.export(), { written: [], removed: [], kept: 1, waiting: [] });
  });

  it('leaves an editor’s correction as it is, and follows a comment that moved with its article', async () => {
    using at = site();
    const id = at.add();
    await at.export();
    const moved = join(at.dir, `comments/2014/06/quai/${id}.yaml`);
    mkdirSync(dirname(moved), { recursive: true });
    renameSync(join(at.dir, `comments/2014/05/port/${id}.yaml`), moved);
    writeFileSync(moved, 'corrigé');
    assert.equal((await at.export()).kept, 1);
    assert.equal(at.approved[0]!.file, '2014/06/quai');
    assert.equal(readFileSync(moved, 'utf8'), 'corrigé');
    at.approved.length = 0;
    at.withdrawn.push(id);
    assert.deepEqual((await at.export()).removed, [`comments/2014/06/quai/${id}.yaml`]);
    assert.equal(existsSync(dirname(moved)), false);
  });

  it('says to which comment an answer belongs, unless nobody has ever seen that one', async () => {
    using at = site();
    at.write('comments/2014/05/port/0001.yaml', 'de la rédaction');
    const first = at.add();
    const answers = [first, '0001', '0002', ulid(AFTERNOON)].map(id => at.add('2014/05/port', id));
    await at.export();
    const said = answers.map(id => {
      const text = readFileSync(join(at.dir, `comments/2014/05/port/${id}.yaml`), 'utf8');
      return read(text).replyTo;
    });
    assert.deepEqual(said, [first, '0001', null, null]);
  });

  it('takes away what is not approved any more, and no other file', async () => {
    using at = site();
    const id = at.add();
    await at.export();
    at.write('comments/2014/05/port/0001.yaml', 'de la rédaction');
    at.approved.length = 0;
    at.withdrawn.push(id, ulid(AFTERNOON));
    await at.export();
    assert.deepEqual(readdirSync(join(at.dir, 'comments/2014/05/port')), ['0001.yaml']);
  });

  it('has comments wait whose article is gone, and writes nowhere but among comments', async () => {
    using at = site();
    at.write('outside.md');
    for (const file of [
      '2014/05/parti',
      '../outside',
      '..',
      '2014/../../outside',
      '/etc/passwd',
      '2014\\05\\port',
      '.port',
      '',
    ])
      at.add(file);
    const { written, waiting } = await at.export();
    assert.deepEqual(written, []);
    assert.equal(waiting.length, 8);
    assert.deepEqual(readdirSync(at.dir).sort(), ['articles', 'outside.md']);
  });
});
