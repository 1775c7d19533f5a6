// What waits for an editor becomes the pages of moderation. All that readers wrote is escaped by `html`.
import { html } from 'hono/html';
import { moderationWords as words } from '../locale/participation-words.ts';
import { page } from './answer.ts';
import type { CommentRecord } from './comment-record.ts';
import { markedText } from './marked-text.ts';
import { MODERATION_PATH } from './moderation-address.ts';
import type { AuditLine } from './store/audit.ts';
import type { WaitingOfArticle } from './store/desk-store.ts';
import type { ReportedComment } from './store/report-store.ts';

/** What an editor can look through, by the word in its address. */
export const QUEUES = {
  attente: 'pending',
  'a-revoir': 'flagged',
  signales: 'reported',
  refuses: 'refused',
} as const;
export type QueueName = keyof typeof QUEUES;

/** What all queues have around them. */
export interface Desk {
  readonly queue: QueueName;
  /** The address of the one article whose comments are shown; null: all are. */
  readonly article: string | null;
  /** How many there are in each, of all articles. */
  readonly counts: Readonly<Record<QueueName, number>>;
  /** What was done last; null: nothing that could be taken back. */
  readonly last: { readonly line: AuditLine; readonly name: string | null } | null;
  /** Every form carries it. */
  readonly token: string;
  readonly site: string;
  readonly watchedWords: readonly string[];
}

export interface CommentQueue extends Desk {
  readonly comments: readonly CommentRecord[];
  /** How many there are, of the article if one is chosen. */
  readonly total: number;
  /** Those to which some of them answer, by their ids: what the service knows of them. */
  readonly answered: ReadonlyMap<string, CommentRecord>;
  readonly byArticle: readonly WaitingOfArticle[];
}

export interface ReportQueue extends Desk {
  readonly reported: readonly (ReportedComment & {
    /** null: only the site's files know it. */
    readonly record: CommentRecord | null;
  })[];
}

type Markup = ReturnType<typeof html>;

export function queuePage(queue: CommentQueue) {
  const { comments, total, article, byArticle } = queue;
  return deskPage(
    queue,
    html`<p>${words.queueOf[QUEUES[queue.queue]](total)}${article === null ? '' : html` <a href="${MODERATION_PATH}?statut=${queue.queue}">${words.allArticles}</a>`}</p>
${article === null && queue.queue === 'attente' && byArticle.length > 1 ? articleList(byArticle) : ''}${comments.map(comment => commentPiece(queue, comment))}`,
  );
}

export function reportQueuePage(queue: ReportQueue) {
  return deskPage(
    queue,
    html`<p>${words.queueOf.reported(queue.reported.length)}</p>
${queue.reported.map(reported => reportPiece(queue, reported))}`,
  );
}

function deskPage(desk: Desk, body: Markup) {
  const { token, last } = desk;
  return page(
    words.title,
    html`${navigation(desk)}
${last === null ? '' : html`<div class="acts"><p role="status">${words.lastAct(last.line.act, last.name)}</p> ${actForm(desk, last.line.comment, 'undo')}</div>\n`}${body}
<p class="note">${words.keys}</p>
<form method="post" action="${MODERATION_PATH}"><input type="hidden" name="token" value="${token}"><button name="act" value="leave">${words.leave}</button></form>`,
    html`<script type="module" src="${MODERATION_PATH}/clavier.js"></script>\n`,
  );
}

function navigation({ queue, counts }: Desk) {
  const names = Object.keys(QUEUES) as readonly QueueName[];
  return html`<nav aria-label="${words.queues}">
${names.map(name => html`<a href="${MODERATION_PATH}?statut=${name}"${name === queue ? html` aria-current="page"` : ''}>${words.queueNames[QUEUES[name]]} (${counts[name]})</a>\n`)}<a href="${MODERATION_PATH}/journal">${words.toAudit}</a>
<a href="${MODERATION_PATH}/cles">${words.toKeys}</a>
</nav>`;
}

function articleList(articles: readonly WaitingOfArticle[]) {
  return html`<details><summary>${words.byArticle}</summary>
<ul>
${articles.map(({ article, title, count }) => html`<li><a href="${MODERATION_PATH}?${new URLSearchParams({ article })}">${title}</a> (${count})</li>\n`)}</ul></details>
`;
}

function commentPiece(queue: CommentQueue, comment: CommentRecord) {
  const { id, article, title, name, sent, links, copies, flagged, unproven } = comment;
  const only = `${MODERATION_PATH}?${new URLSearchParams({ article })}`;
  return html`<article tabindex="-1" aria-labelledby="c-${id}">
<h2 id="c-${id}" dir="auto">${name ?? words.anonymous}</h2>
<p class="note"><a href="${queue.site}${article}">${title}</a> · <a href="${only}">${words.onlyThisArticle}</a> · ${hour(sent)}${links > 0 ? ` · ${words.links(links)}` : ''}${copies > 0 ? ` · ${words.copies(copies)}` : ''}${unproven ? ` · ${words.unproven}` : ''}</p>
${answeredPiece(queue, comment)}${textPiece(queue, comment)}
<div class="acts">${actForm(queue, id, 'approve')} ${comment.status === 'pending' ? html`${actForm(queue, id, 'refuse')} ${actForm(queue, id, flagged ? 'unflag' : 'flag')}` : ''}</div>
</article>
`;
}

function reportPiece(queue: ReportQueue, reported: ReportQueue['reported'][number]) {
  const { comment: id, article, file, title, reports, record } = reported;
  return html`<article tabindex="-1" aria-labelledby="c-${id}">
<h2 id="c-${id}" dir="auto">${record === null ? words.unknownComment(id) : (record.name ?? words.anonymous)}</h2>
<p class="note"><a href="${queue.site}${article}#c-${id}">${title}</a></p>
${record === null ? html`<p>${words.onlyInFiles(`content/comments/${file}/${id}.yaml`)}</p>` : textPiece(queue, record)}
<ul>
${reports.map(({ reason, remark, at }) => html`<li>${words.reasons[reason]} · ${hour(at)}${remark === '' ? '' : html`<br><span class="text" dir="auto">${remark}</span>`}</li>\n`)}</ul>
<div class="acts">${actForm(queue, id, 'dismiss')} ${record === null ? '' : actForm(queue, id, 'remove')}</div>
</article>
`;
}

function hour(instant: number) {
  const date = new Date(instant).toISOString();
  return html`<time datetime="${date}">${words.hour(date)}</time>`;
}

function textPiece({ watchedWords }: Desk, { text }: CommentRecord) {
  return html`<p class="text" dir="auto">${markedText(text, watchedWords).map(part => (part.marked ? html`<mark>${part.text}</mark>` : part.text))}</p>`;
}

/** An answer can't be judged without what it answers to. */
function answeredPiece({ answered }: CommentQueue, { replyTo }: CommentRecord) {
  if (replyTo === null) return '';
  const first = answered.get(replyTo);
  if (first === undefined) return html`<p class="note">${words.answersUnknown(replyTo)}</p>\n`;
  return html`<blockquote><p class="note">${words.answersTo(first.name, first.status)}</p>
<p class="text" dir="auto">${first.text}</p></blockquote>
`;
}

/** What an editor can do, with its key: A lets a comment stand, R takes it away, whatever that is called in a queue. */
const KEY_OF = {
  approve: 'a',
  dismiss: 'a',
  refuse: 'r',
  remove: 'r',
  flag: 's',
  unflag: 's',
  undo: 'u',
} as const;
export type Act = keyof typeof KEY_OF;

export function isAct(name: string): name is Act {
  return Object.hasOwn(KEY_OF, name);
}

function actForm({ token, article, queue }: Desk, id: string, act: Act) {
  return html`<form method="post" action="${MODERATION_PATH}"><input type="hidden" name="token" value="${token}"><input type="hidden" name="id" value="${id}"><input type="hidden" name="statut" value="${queue}">${article === null ? '' : html`<input type="hidden" name="article" value="${article}">`}<button name="act" value="${act}" data-key="${KEY_OF[act]}" aria-keyshortcuts="${KEY_OF[act]}">${words.acts[act]}</button></form>`;
}

/** What editors did, the latest first. */
export function auditPage(lines: readonly AuditLine[]) {
  return page(
    words.audit,
    html`<p><a href="${MODERATION_PATH}">${words.toWaiting}</a></p>
<div class="wide" role="region" aria-label="${words.audit}" tabindex="0"><table>
<thead><tr>${words.auditColumns.map(name => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${lines.map(({ at, who, act, comment }) => html`<tr><td>${hour(at)}</td><td>${who}</td><td>${words.status(act)}</td><td>${comment}</td></tr>\n`)}</tbody>
</table></div>`,
  );
}
