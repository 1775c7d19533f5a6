// `/moderation`: editors read what waits and what readers reported, and decide.
import { Hono } from 'hono';
import { refuse } from './answer.ts';
import { answeredBy } from './answered-comments.ts';
import type { CommentStatus } from './comment-record.ts';
import type { Connection, Context, ServiceInput } from './context.ts';
import { signedOut } from './entrance-routes.ts';
import { MODERATION_PATH } from './moderation-address.ts';
import {
  type Act,
  auditPage,
  type Desk,
  isAct,
  QUEUES,
  type QueueName,
  queuePage,
  reportQueuePage,
} from './moderation-page.ts';
import {
  closeSession,
  type EditorSession,
  editorForm,
  editorOf,
  MODERATION_HEADERS as headers,
} from './moderation-session.ts';
import { pageScript } from './page-script.ts';
import type { AuditAct } from './store/audit.ts';
import type { By } from './store/desk-store.ts';
import type { Store } from './store/store.ts';

/** Comments on one page: more than an editor reads at once. */
const MOST_SHOWN = 50;
const MOST_ARTICLES = 100;
const MOST_LINES = 500;
/** What can be taken back. */
const UNDOABLE: ReadonlySet<AuditAct> = new Set(['approved', 'refused', 'dismissed', 'flagged', 'unflagged']);

export function moderationRoutes(service: ServiceInput): Hono<{ Bindings: Connection }> {
  const { settings, store, now } = service;
  const routes = new Hono<{ Bindings: Connection }>();

  routes.get(`${MODERATION_PATH}/clavier.js`, async c =>
    c.body(await pageScript('keyboard'), 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'max-age=3600',
    }),
  );

  routes.get(MODERATION_PATH, async c => {
    const editor = await editorOf(c, service);
    if (editor === null) return await signedOut(c, service, 'none');
    const desk = await askedDesk(c, service, editor);
    const { queue, article } = desk;
    if (queue === 'signales') {
      const reported = await Promise.all(
        (await store.reported()).map(async each => ({ ...each, record: await store.comment(each.comment) })),
      );
      return c.html(reportQueuePage({ ...desk, reported }), 200, headers);
    }
    const found = await store.queue(QUEUES[queue], article, MOST_SHOWN);
    const [answered, byArticle] = await Promise.all([
      answeredBy(store, found.comments),
      store.waitingByArticle(MOST_ARTICLES),
    ]);
    return c.html(queuePage({ ...desk, ...found, answered, byArticle }), 200, headers);
  });

  routes.get(`${MODERATION_PATH}/journal`, async c => {
    if ((await editorOf(c, service)) === null) return await signedOut(c, service, 'none');
    return c.html(auditPage(await store.audit(MOST_LINES)), 200, headers);
  });

  routes.post(MODERATION_PATH, async c => {
    const form = await editorForm(c, service, () => signedOut(c, service, 'none'));
    if (!form.ok) return form.answer;
    const { fields, editor } = form;
    const act = fields.get('act') ?? '';
    if (act === 'leave') {
      await closeSession(c, service);
      return await signedOut(c, service, 'left');
    }
    const id = fields.get('id') ?? '';
    if (!isAct(act) || !(await carryOut(store, act, id, { who: editor.who, at: now() })))
      return await refuse(c, settings, 'form');
    const queue = queueOf(fields.get('statut'));
    const article = fields.get('article') ?? '';
    const more = new URLSearchParams({
      ...(queue !== 'attente' && { statut: queue }),
      fait: id,
      ...(article !== '' && { article }),
    });
    return c.redirect(`${MODERATION_PATH}?${more}#suite`, 303);
  });
  return routes;
}

function queueOf(name: string | undefined): QueueName {
  return name !== undefined && Object.hasOwn(QUEUES, name) ? (name as QueueName) : 'attente';
}

/** The queue that a request asks for, and what is around it. */
async function askedDesk(
  c: Context,
  { settings, store }: ServiceInput,
  { token }: EditorSession,
): Promise<Desk> {
  const done = c.req.query('fait');
  const [counts, reported, line] = await Promise.all([
    store.queueCounts(),
    store.countReported(),
    done === undefined ? null : store.lastAct(done),
  ]);
  return {
    queue: queueOf(c.req.query('statut')),
    article: c.req.query('article') ?? null,
    counts: {
      attente: counts.pending,
      'a-revoir': counts.flagged,
      signales: reported,
      refuses: counts.refused,
    },
    last:
      line === null || !UNDOABLE.has(line.act)
        ? null
        : { line, name: (await store.comment(line.comment))?.name ?? null },
    token,
    site: settings.site,
    watchedWords: settings.watchedWords,
  };
}

const STATUS_OF_ACT = {
  approve: 'approved',
  refuse: 'refused',
  remove: 'refused',
} as const satisfies Partial<Record<Act, CommentStatus>>;

/** @returns whether there was anything to do it with. */
async function carryOut(store: Store, act: Act, id: string, by: By): Promise<boolean> {
  switch (act) {
    case 'flag':
    case 'unflag':
      return await store.flag(id, act === 'flag', by);
    case 'undo':
      return await store.undo(id, by);
    case 'dismiss':
      return await store.dismiss(id, by);
    default:
      return (await store.decide(id, { status: STATUS_OF_ACT[act], ...by })) !== null;
  }
}
