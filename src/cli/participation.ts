// `npm run participation`: the service of comments and votes; and, with an act, what its editors do with what it keeps.
import './end-in-words.ts';
import { participationWords as words } from '../locale/participation-words.ts';
import { visible } from '../locale/quoting.ts';
import { ULID } from '../participation/ulid.ts';
import { DEFAULT_FOLDERS, readCommandLine, STATUS, wrongUsage } from './command-line.ts';
import { jsonText } from './terminal-text.ts';

const { values, positionals } = readCommandLine(
  'participation',
  {
    article: { type: 'string' },
    status: { type: 'string', default: 'pending' },
    content: { type: 'string', default: DEFAULT_FOLDERS.content },
    data: { type: 'string', default: DEFAULT_FOLDERS.data },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
  Number.POSITIVE_INFINITY,
);

const [act = 'serve', ...rest] = positionals;
const ACTS = {
  serve: { most: 0, run: serve },
  list: { most: 0, run: list },
  approve: { most: Number.POSITIVE_INFINITY, run: () => decide('approved') },
  refuse: { most: Number.POSITIVE_INFINITY, run: () => decide('refused') },
  erase: { most: Number.POSITIVE_INFINITY, run: erase },
  reports: { most: 0, run: reports },
  dismiss: { most: Number.POSITIVE_INFINITY, run: dismiss },
  export: { most: 0, run: exportAll },
  import: { most: 1, run: importFile },
  login: { most: 0, run: login },
  keys: { most: 0, run: keys },
  revoke: { most: Number.POSITIVE_INFINITY, run: revoke },
  backup: { most: 1, run: backup },
} as const;
if (!Object.hasOwn(ACTS, act)) wrongUsage('participation', words.unknownAct(visible(act)));
const { most, run } = ACTS[act as keyof typeof ACTS];
const [extra] = rest.slice(most);
if (extra !== undefined) wrongUsage('participation', words.unexpectedWord(visible(extra)));
if (!/^(?:pending|approved|refused)$/.test(values.status))
  wrongUsage('participation', words.badStatus(visible(values.status)));
if (most === Number.POSITIVE_INFINITY && rest.length === 0) wrongUsage('participation', words.noIds(act));

if (act === 'import') process.exit(await importFile());

const { readSettings } = await import('../participation/settings.ts');
const { openDatabase } = await import('../participation/open-database.ts');
const { openStore } = await import('../participation/store/store.ts');
const read = readSettings(process.env);
if (!read.ok) wrongUsage('participation', read.mistakes.join('\n'));
const { settings } = read;
const store = await openStore(await openDatabase(settings)).catch((error: NodeJS.ErrnoException) => {
  if (settings.databaseUrl === null) throw error;
  // Its address is not told: a password is in it.
  console.error(words.noDatabase(visible(String(error.code ?? error.message))));
  process.exit(STATUS.systemError);
});
process.exitCode = await run();

async function serve(): Promise<number> {
  const { runService } = await import('../participation/run-service.ts');
  const service = await runService(settings, store, Date.now, line =>
    console.log(jsonText({ time: new Date().toISOString(), ...line })),
  ).catch((error: NodeJS.ErrnoException) => {
    if (error.syscall !== 'listen') throw error;
    console.error(words.cannotListen(settings.host, settings.port, visible(String(error.code))));
    process.exit(STATUS.systemError);
  });
  console.error(words.listening(settings.origin, settings.host, service.port));
  await new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      // In the place of the end that other commands have: whoever has sent something gets an answer.
      process.removeAllListeners(signal);
      process.once(signal, resolve);
    }
  });
  console.error(words.stopping);
  await service.stop();
  return STATUS.fine;
}

async function list(): Promise<number> {
  const comments = await store.comments(values.status as 'pending' | 'approved' | 'refused', values.article);
  await store.close();
  if (values.json) console.log(jsonText(comments));
  else if (comments.length === 0) console.log(words.none);
  else for (const comment of comments) console.log(inLines(comment));
  return STATUS.fine;
}

type Listed = Awaited<ReturnType<typeof store.comments>>[number];

function inLines(comment: Listed): string {
  const { id, sent, name, title, article, replyTo, text, links, copies, flagged, unproven } = comment;
  const remarks = [
    new Date(sent).toISOString().slice(0, 16).replace('T', ' '),
    visible(name ?? 'Anonyme'),
    ...(replyTo === null ? [] : [words.answersTo(visible(replyTo))]),
    ...(flagged ? [words.flagged] : []),
    ...(unproven ? [words.unproven] : []),
    ...(links > 0 ? [words.links(links)] : []),
    ...(copies > 0 ? [words.copies(copies)] : []),
  ];
  const indented = text.split('\n').map(line => `  ${visible(line)}`);
  return [`${id}  ${remarks.join(' · ')}`, `  ${visible(title)} (${visible(article)})`, ...indented, ''].join(
    '\n',
  );
}

async function decide(status: 'approved' | 'refused'): Promise<number> {
  return await forEachId(async id => {
    const before = await store.decide(id, { status, who: 'console', at: Date.now() });
    return before === null ? null : status;
  });
}

async function erase(): Promise<number> {
  return await forEachId(async id =>
    (await store.erase(id, { who: 'console', at: Date.now() })) ? 'erased' : null,
  );
}

/** What readers reported, and nobody has decided on. */
async function reports(): Promise<number> {
  const reported = await Promise.all(
    (await store.reported()).map(async each => ({ ...each, record: await store.comment(each.comment) })),
  );
  await store.close();
  if (values.json) console.log(jsonText(reported));
  else if (reported.length === 0) console.log(words.noReports);
  else
    for (const { comment, title, article, reports, record } of reported) {
      const text = record === null ? [words.unknownToService] : record.text.split('\n');
      console.log(
        [
          `${visible(comment)}  ${visible(record?.name ?? 'Anonyme')}`,
          `  ${visible(title)} (${visible(article)})`,
          ...text.map(line => `  ${visible(line)}`),
          ...reports.map(({ reason, remark }) => `  – ${words.report(reason, visible(remark))}`),
          '',
        ].join('\n'),
      );
    }
  return STATUS.fine;
}

async function dismiss(): Promise<number> {
  return await forEachId(async id =>
    (await store.dismiss(id, { who: 'console', at: Date.now() })) ? 'dismissed' : null,
  );
}

async function keys(): Promise<number> {
  const found = await store.passkeys();
  await store.close();
  if (values.json) console.log(jsonText(found));
  else if (found.length === 0) console.log(words.noKeys);
  else
    for (const { id, name, added, used } of found)
      console.log(words.key(id, visible(name), iso(added), used === null ? null : iso(used)));
  return STATUS.fine;
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}

async function revoke(): Promise<number> {
  let isMissing = false;
  for (const which of rest) {
    if (await store.revokePasskey(which, { who: 'console', at: Date.now() }))
      console.log(words.revoked(visible(which)));
    else {
      isMissing = true;
      console.error(words.noKey(visible(which)));
    }
  }
  await store.close();
  return isMissing ? STATUS.contentProblems : STATUS.fine;
}

/** `change` gives the status that a comment has now, or null: there is no such comment. */
async function forEachId(change: (id: string) => Promise<string | null>): Promise<number> {
  let isMissing = false;
  for (const typed of rest) {
    // Ids of the service's own are capitals; those that only files know are as they are.
    const id = ULID.test(typed.toUpperCase()) ? typed.toUpperCase() : typed;
    const status = await change(id);
    if (status !== null) console.log(words.decided(id, status));
    else {
      isMissing = true;
      console.error((act === 'dismiss' ? words.noReport : words.noComment)(visible(id)));
    }
  }
  await store.close();
  return isMissing ? STATUS.contentProblems : STATUS.fine;
}

async function exportAll(): Promise<number> {
  const { exportComments } = await import('../participation/export-comments.ts');
  const exported = await exportComments(store, values.content);
  const { dataPlace } = await import('../snapshots/snapshot-place.ts');
  const { exportTotals } = await import('../participation/export-totals.ts');
  const polls = await exportTotals(store, dataPlace(values.data), Date.now());
  await store.close();
  const { written, removed, kept, waiting } = exported;
  if (values.json) console.log(jsonText({ ...exported, polls }));
  else console.log(words.exported({ written: written.length, removed: removed.length, kept }));
  if (!values.json && polls > 0) console.log(words.totals(polls));
  for (const { id, file } of waiting) console.error(words.noArticleFor(id, visible(file)));
  return waiting.length === 0 ? STATUS.fine : STATUS.contentProblems;
}

/** Needs neither the service nor its database: what others approved goes to the site's files. */
async function importFile(): Promise<number> {
  const [file] = rest;
  if (file === undefined) wrongUsage('participation', words.noImportFile);
  const { readFileSync } = await import('node:fs');
  const { foreignComments } = await import('../participation/foreign-comments.ts');
  const { importComments } = await import('../participation/import-comments.ts');
  const text = readFileSync(file, 'utf8');
  let comments: ReturnType<typeof foreignComments>;
  try {
    comments = foreignComments(text);
  } catch (error) {
    wrongUsage(
      'participation',
      words.brokenXml(visible(file), visible((error as Error).message.split('\n')[0]!)),
    );
  }
  if (comments === null) wrongUsage('participation', words.notAnExport(visible(file)));
  const imported = await importComments(comments, values.content);
  if (values.json) console.log(jsonText(imported));
  else console.log(words.imported(imported));
  if (imported.unknown.length === 0) return STATUS.fine;
  console.error(words.unknownArticles(imported.unknown.map(visible)));
  return STATUS.contentProblems;
}

async function login(): Promise<number> {
  const { givePass } = await import('../participation/moderation-pass.ts');
  const { linkAddress } = await import('../participation/moderation-address.ts');
  const secret = await givePass(store, 'link', Date.now());
  await store.close();
  console.log(words.login(linkAddress(settings.origin, secret)));
  return STATUS.fine;
}

async function backup(): Promise<number> {
  const [file] = rest;
  if (file === undefined) wrongUsage('participation', words.noBackupFile);
  try {
    const isDone = await store.backup(file);
    if (!isDone) wrongUsage('participation', words.noBackup);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      wrongUsage('participation', words.backupThere(visible(file)));
    throw error;
  } finally {
    await store.close();
  }
  console.log(words.backedUp(visible(file)));
  return STATUS.fine;
}
