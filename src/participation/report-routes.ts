// `/signaler`: a reader tells the newsroom of a published comment, on a page of the service that needs no script.
import { Hono } from 'hono';
import { articleAddress, REPORT_PATH } from '../address/addresses.ts';
import { COMMENT_ID } from '../comment/comment-id.ts';
import { pageHeaders, refuse } from './answer.ts';
import type { CommentRecord } from './comment-record.ts';
import { type Connection, type Context, LIMITS, networkKey, type ServiceInput } from './context.ts';
import { plainLines } from './plain-text.ts';
import { readForm } from './read-form.ts';
import { MOST_REMARK, REPORTED_PATH, reportedPage, reportPage } from './report-page.ts';
import { isSentByOtherService } from './senders.ts';
import type { ListedArticle } from './site-lists.ts';
import { REPORT_REASONS } from './store/report-store.ts';
import { type Refusal, TRAP_FIELD } from './submission.ts';

export function reportRoutes(service: ServiceInput): Hono<{ Bindings: Connection }> {
  const { settings } = service;
  const routes = new Hono<{ Bindings: Connection }>();
  const headers = pageHeaders("'self'");

  routes.get(REPORT_PATH, async c => {
    const [article, id] = [addressOf(c.req.query('article')), c.req.query('commentaire') ?? ''];
    const found = await reportable(service, article, id);
    if (typeof found === 'string') return refuse(c, settings, found, article);
    return c.html(reportPage(settings.site, article, id, found.comment), 200, headers);
  });

  routes.get(REPORTED_PATH, c =>
    c.html(reportedPage(settings.site, addressOf(c.req.query('article'))), 200, headers),
  );

  routes.post(REPORT_PATH, async c => {
    const { refusal, article } = await receive(c, service);
    if (refusal !== null) return refuse(c, settings, refusal, article);
    return c.redirect(`${REPORTED_PATH}?${new URLSearchParams({ article })}`, 303);
  });
  return routes;
}

/** '' unless it is the address of an article. */
function addressOf(typed: string | undefined): string {
  return typed === undefined || articleAddress(typed) === null ? '' : typed;
}

interface Reportable {
  readonly listed: ListedArticle | null;
  /** null: only the site's files know it, or nobody does. */
  readonly comment: CommentRecord | null;
}

/** A comment that readers can see at that address, as far as the service can know. */
async function reportable(
  { store, lists, log }: ServiceInput,
  article: string,
  id: string,
): Promise<Reportable | Refusal> {
  if (article === '') return 'no-article';
  if (!COMMENT_ID.test(id)) return 'not-there';
  const comment = await store.comment(id);
  if (comment !== null) return comment.status === 'approved' ? { listed: null, comment } : 'not-there';
  try {
    const listed = await lists.article(article);
    return listed === null ? 'no-article' : { listed, comment };
  } catch (error) {
    log({ event: 'failure', what: 'lists', reason: String((error as Error).name) });
    return 'later';
  }
}

/** null: it is kept, or was before, which whoever reports need not know. */
async function receive(
  c: Context,
  service: ServiceInput,
): Promise<{ readonly refusal: Refusal | null; readonly article: string }> {
  const { settings, store, now } = service;
  if (isSentByOtherService(c, settings)) return { refusal: 'origin', article: '' };
  const network = await networkKey(c, service, 'reports');
  if (!(await store.take(`r:${network}`, LIMITS.requests, now())))
    return { refusal: 'too-many', article: '' };
  const form = await readForm(c.req.raw);
  if (!form.ok) return { refusal: form.reason, article: '' };
  const { fields } = form;
  const article = addressOf(fields.get('article'));
  const refused = (refusal: Refusal | null) => ({ refusal, article });
  if ((fields.get(TRAP_FIELD) ?? '') !== '') return refused(null);
  const id = fields.get('commentaire') ?? '';
  const found = await reportable(service, article, id);
  if (typeof found === 'string') return refused(found);
  const reason = REPORT_REASONS.find(each => each === fields.get('motif'));
  if (reason === undefined) return refused('no-reason');
  const remark = plainLines(fields.get('remarque') ?? '');
  if (remark.length > MOST_REMARK) return refused('long-remark');
  for (const [bucket, limit] of [
    [`s:${network}`, LIMITS.reports],
    ['s:all', LIMITS.allReports],
  ] as const)
    if (!(await store.take(bucket, limit, now()))) return refused('too-many-by-far');
  const reporter = await networkKey(c, service, `report ${id}\n${c.req.header('user-agent') ?? ''}`);
  const { file, title } = found.comment ?? found.listed!;
  await store.addReport({ comment: id, reporter, article, file, title, reason, remark, at: now() });
  return refused(null);
}
