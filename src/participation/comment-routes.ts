// `POST /commentaires`: what a reader wrote under an article waits for the newsroom.
import { Hono } from 'hono';
import { articleAddress, COMMENTS_PATH, THANKS_URL, WORK_PATH } from '../address/addresses.ts';
import { MINUTE } from '../time/durations.ts';
import { readableBySite, refuse, wantsJson } from './answer.ts';
import { type Connection, type Context, LIMITS, networkKey, type ServiceInput } from './context.ts';
import { readForm } from './read-form.ts';
import { isSentByOtherSite } from './senders.ts';
import type { ListedArticle } from './site-lists.ts';
import type { Store } from './store/store.ts';
import { type Refusal, readWords } from './submission.ts';
import { ulid } from './ulid.ts';
import { askWork, isWorkDone } from './work.ts';

export function commentRoutes(service: ServiceInput): Hono<{ Bindings: Connection }> {
  const routes = new Hono<{ Bindings: Connection }>();
  const isFull = fullness(service);
  routes.post(COMMENTS_PATH, async c => {
    const { refusal, article } = await receive(c, service, isFull);
    // Whoever filled in the trap is told that all went well: it learns nothing.
    if (refusal !== null && refusal !== 'trap') return refuse(c, service.settings, refusal, article);
    if (wantsJson(c)) return c.json({ ok: true }, 200, readableBySite(service.settings));
    return c.redirect(service.settings.site + THANKS_URL, 303);
  });
  routes.get(WORK_PATH, async c => {
    const article = c.req.query('article') ?? '';
    const { settings, store, now } = service;
    const isAsked = settings.work !== null && articleAddress(article) !== null;
    const work = isAsked ? await askWork(store, article, settings.work, now()) : {};
    return c.json({ ok: true, ...work }, 200, { ...readableBySite(settings), 'Cache-Control': 'no-store' });
  });
  return routes;
}

interface Received {
  /** null: it is kept. */
  readonly refusal: Refusal | null;
  /** The article's address; '': none was named. */
  readonly article: string;
}

async function receive(
  c: Context,
  service: ServiceInput,
  isFull: (article: string) => Promise<boolean>,
): Promise<Received> {
  const { settings, store, lists, now } = service;
  if (isSentByOtherSite(c, settings)) return { refusal: 'origin', article: '' };
  const network = await networkKey(c, service, 'comments');
  if (!(await store.take(`r:${network}`, LIMITS.requests, now())))
    return { refusal: 'too-many', article: '' };
  const form = await readForm(c.req.raw);
  if (!form.ok) return { refusal: form.reason, article: '' };
  const address = form.fields.get('article') ?? '';
  const article = articleAddress(address) === null ? '' : address;
  const refused = (refusal: Refusal): Received => ({ refusal, article });

  const words = readWords(form.fields);
  if (typeof words === 'string') return refused(words);
  let listed: ListedArticle | null;
  try {
    listed = await lists.article(article);
  } catch (error) {
    service.log({ event: 'failure', what: 'lists', reason: String((error as Error).name) });
    return refused('later');
  }
  if (listed === null) return refused('no-article');
  if (listed.closes !== null && now() >= listed.closes) return refused('closed');
  const answered = await answeredComment(store, words.replyTo, listed);
  if (answered === 'gone') return refused('no-comment');
  const work = form.fields.get('work');
  const unproven = settings.work !== null && work === undefined;
  if (settings.work !== null && work !== undefined)
    if (!(await isWorkDone(store, article, settings.work, work, now()))) return refused('work');
  for (const [bucket, limit, refusal] of [
    ...(unproven
      ? ([
          [`u:${network}`, LIMITS.unprovenComments, 'too-many-by-far'],
          [`ua:${article}`, LIMITS.unprovenArticle, 'too-many'],
        ] as const)
      : []),
    [`c:${network}`, LIMITS.comments, 'too-many'],
    [`a:${article}`, LIMITS.article, 'too-many'],
  ] as const)
    if (!(await store.take(bucket, limit, now()))) return refused(refusal);
  if (await isFull(article)) return refused('full');
  const sent = now();
  const { file, title } = listed;
  await store.addComment({
    ...words,
    replyTo: answered,
    unproven,
    id: ulid(sent),
    sent,
    article,
    file,
    title,
  });
  return { refusal: null, article };
}

/**
 * The comment below which an answer belongs: the first one of its thread. One that the service does not know may stand on the page all the same: it was
 * imported, or written by hand. The editor is told, and the export looks whether its file is there.
 */
async function answeredComment(
  store: Store,
  id: string | null,
  { file }: ListedArticle,
): Promise<string | null | 'gone'> {
  const found = id === null ? null : await store.comment(id);
  if (found === null) return id;
  // By the file: an article that moved has another address.
  return found.status === 'approved' && found.file === file ? (found.replyTo ?? found.id) : 'gone';
}

/** As many as editors could still read; beyond it somebody fills the disk. */
const MOST_WAITING = { article: 500, all: 50_000 } as const;
/** To count all of them takes a while: what has come meanwhile is little beside them. */
const COUNT_EACH = MINUTE;

/** @returns whether no more comments are taken on an article at present. */
function fullness({ store, now }: ServiceInput): (article: string) => Promise<boolean> {
  let all = { count: 0, at: Number.NEGATIVE_INFINITY };
  return async article => {
    if (now() - all.at >= COUNT_EACH) all = { count: await store.waiting(MOST_WAITING.all), at: now() };
    return (
      all.count >= MOST_WAITING.all ||
      (await store.waiting(MOST_WAITING.article, article)) >= MOST_WAITING.article
    );
  };
}
