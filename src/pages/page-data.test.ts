// A file of `_data` that a kind of page brings with it: read, checked and told of like all others.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { z } from 'zod';
import { readSite } from '../site/read-site.ts';
import { textSchema } from '../site/text-schema.ts';
import { dateSchema } from '../time/date-schema.ts';
import { pageData } from './page-data.ts';
import { SITE_RULES } from './site-rules.ts';

const agenda = pageData(
  'agenda',
  timeZone => z.array(z.strictObject({ title: textSchema(60), date: dateSchema(timeZone) })),
  [] as readonly { readonly title: string; readonly date: number }[],
);

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'quotidien-data-'));
  writeFileSync(
    join(dir, 'site.yaml'),
    'name: Le Quai\ndescription: Le port.\nbaseUrl: https://quai.example\ntimeZone: Asia/Shanghai\n',
  );
  writeFileSync(join(dir, 'sections.yaml'), '- { slug: port, name: Port }\n');
});
afterEach(() => rmSync(dir, { recursive: true }));

const read = () => readSite(dir, { ...SITE_RULES, pageData: timeZone => [agenda.file(timeZone)] });

describe('the data that a kind of page brings with it', () => {
  it('is what the file says, with dates in the portal’s zone', () => {
    writeFileSync(join(dir, 'agenda.yaml'), '- { title: Le sommet, date: 2014-05-21T09:00 }\n');
    const site = read();
    assert.ok(site.ok);
    assert.deepEqual(agenda.of(site.value), [
      { title: 'Le sommet', date: Date.parse('2014-05-21T09:00+08:00') },
    ]);
  });

  it('is what stands for it where there is no file', () => {
    const site = read();
    assert.ok(site.ok);
    assert.deepEqual(agenda.of(site.value), []);
  });

  it('is told of with its line when it is wrong, beside what is wrong elsewhere', () => {
    writeFileSync(join(dir, 'agenda.yaml'), '- title: Le sommet\n  jour: demain\n');
    writeFileSync(join(dir, 'topics.yaml'), '- { slug: Énergie }\n');
    const site = read();
    assert.ok(!site.ok);
    assert.deepEqual([...new Set(site.problems.map(({ file }) => file))], ['agenda.yaml', 'topics.yaml']);
  });
});
