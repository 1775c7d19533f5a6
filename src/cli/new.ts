// `npm run new -- "Titre" --section chine`: a draft with its front matter, ready to be written.
import './end-in-words.ts';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { articleUrl } from '../address/addresses.ts';
import { siteFolder } from '../address/site-place.ts';
import { slugify } from '../article/slug.ts';
import { readSiteData } from '../engine/reading/read-content.ts';
import { cliWords } from '../locale/cli-words.ts';
import { SITE_RULES } from '../pages/site-rules.ts';
import { formatProblems } from '../problem/format-problems.ts';
import { momentOf } from '../time/moment.ts';
import { DEFAULT_FOLDERS, readCommandLine, readNow, STATUS, wrongUsage } from './command-line.ts';

/** Longest name: the limit that the reading of articles sets on slugs, less some room. */
const LONGEST_SLUG = 80;

const { values, positionals } = readCommandLine(
  'new',
  {
    section: { type: 'string' },
    content: { type: 'string', default: DEFAULT_FOLDERS.content },
    data: { type: 'string', default: DEFAULT_FOLDERS.data },
    now: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
  1,
);
const title = positionals[0]?.trim();
if (!title) wrongUsage('new', cliWords.usage.noTitle);
if (!values.section) wrongUsage('new', cliWords.usage.noSection);

const site = readSiteData({ dataDir: values.data }, SITE_RULES);
if (site.ok) write(title, values.section);
else {
  console.error(formatProblems(site.problems));
  process.exitCode = STATUS.contentProblems;
}

function write(title: string, section: string): void {
  if (!site.ok) return;
  const { sections, name, timeZone, clock, baseUrl } = site.value;
  if (!sections.some(({ slug }) => slug === section)) {
    wrongUsage(
      'new',
      cliWords.unknownSection(
        section,
        sections.map(({ slug }) => slug),
      ),
    );
  }
  const slug = slugify(title)
    .slice(0, LONGEST_SLUG)
    .replace(/-[^-]*$/, part => (slugify(title).length > LONGEST_SLUG ? '' : part));
  if (slug === '') wrongUsage('new', cliWords.noSlug(title));
  const now = values.now === undefined ? (clock ?? Date.now()) : readNow('new', values.now);
  const { iso } = momentOf(now, timeZone);
  const file = join(values.content, 'articles', iso.slice(0, 4), iso.slice(5, 7), `${slug}.md`);
  if (existsSync(file)) wrongUsage('new', cliWords.alreadyThere(file));
  mkdirSync(dirname(file), { recursive: true });
  // JSON strings are YAML strings: a title with quotes or a colon stays what it is.
  writeFileSync(
    file,
    `---
title: ${JSON.stringify(title)}
source: ${JSON.stringify(name)}
date: ${iso.slice(0, 16)}
section: ${section}
draft: true
---

${cliWords.newBody}
`,
    { flag: 'wx' },
  );
  const address = articleUrl({ section, day: iso.slice(0, 10), slug });
  console.log(cliWords.created(file, `http://localhost:8080${siteFolder(baseUrl)}${address}`));
}
