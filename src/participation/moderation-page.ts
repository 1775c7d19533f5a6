// What waits for an editor becomes the pages of moderation. All that readers wrote is escaped by `html`.
import { html } from 'hono/html';
import { moderationWords as words } from '../locale/participation-words.ts';
import { page } from './answer.ts';
import type { CommentRecord } from './comment-record.ts';
import { markedText } from './marked-text.ts';
import { ENTRANCE_PATH, LINK_FIELD, MODERATION_PATH } from './moderation-address.ts';
import type { AuditLine } from './store/store.ts';

export interface Queue {
  readonly comments: readonly CommentRecord[];
  /** Those to which some of them answer, by their ids: what the service knows of them. */
  readonly answered: ReadonlyMap<string, CommentRecord>;
  /** How many there are in all. */
  readonly total: number;
  readonly status: 'pending' | 'refused';
  /** The address of the one article whose comments are shown; null: all are. */
  readonly article: string | null;
  /** What was decided last; null: nothing that could be taken back. */
  readonly undo: CommentRecord | null;
  /** Every form carries it. */
  readonly token: string;
  readonly site: string;
  readonly watchedWords: readonly string[];
}

export function entrancePage(secret: string) {
  return page(
    words.title,
    html`<p>${words.entrance}</p>
<form method="post" action="${ENTRANCE_PATH}"><input type="hidden" name="${LINK_FIELD}" value="${secret}"><button>${words.enter}</button></form>`,
  );
}

export function signedOutPage(reason: 'none' | 'used' | 'left') {
  const said = { none: words.signedOut, used: words.usedLink, left: words.left }[reason];
  return page(
    words.title,
    html`<p>${said}</p>
<p>${words.howToEnter}</p>`,
  );
}

export function queuePage(queue: Queue) {
  const { comments, total, status, article, undo, token } = queue;
  const heading = status === 'pending' ? words.waiting(total) : words.refused(total);
  const body = html`${undo === null ? '' : html`<p role="status">${words.lastAct(undo.status, undo.name)} ${actForm(queue, undo, 'undo')}</p>`}
<p>${heading}${article === null ? '' : html` <a href="${MODERATION_PATH}">${words.allArticles}</a>`}</p>
${comments.map(comment => commentPiece(queue, comment))}
<p class="note">${words.keys}</p>
<p><a href="${MODERATION_PATH}">${words.toWaiting}</a> · <a href="${MODERATION_PATH}?statut=refuses">${words.toRefused}</a> · <a href="${MODERATION_PATH}/journal">${words.toAudit}</a></p>
<form method="post" action="${MODERATION_PATH}"><input type="hidden" name="token" value="${token}"><button name="act" value="leave">${words.leave}</button></form>`;
  return page(words.title, body, html`<script type="module" src="${MODERATION_PATH}/clavier.js"></script>\n`);
}

function commentPiece(queue: Queue, comment: CommentRecord) {
  const { id, article, title, name, text, sent, links, copies } = comment;
  const date = new Date(sent).toISOString();
  const only = `${MODERATION_PATH}?${new URLSearchParams({ article })}`;
  return html`<article tabindex="-1" aria-labelledby="c-${id}">
<h2 id="c-${id}">${name ?? words.anonymous}</h2>
<p class="note"><a href="${queue.site}${article}">${title}</a> · <a href="${only}">${words.onlyThisArticle}</a> · <time datetime="${date}">${words.hour(date)}</time>${links > 0 ? ` · ${words.links(links)}` : ''}${copies > 0 ? ` · ${words.copies(copies)}` : ''}</p>
${answeredPiece(queue, comment)}<p class="text">${markedText(text, queue.watchedWords).map(part => (part.marked ? html`<mark>${part.text}</mark>` : part.text))}</p>
${actForm(queue, comment, 'approve')} ${queue.status === 'pending' ? actForm(queue, comment, 'refuse') : ''}
</article>
`;
}

/** An answer can't be judged without what it answers to. */
function answeredPiece({ answered }: Queue, { replyTo }: CommentRecord) {
  if (replyTo === null) return '';
  const first = answered.get(replyTo);
  if (first === undefined) return html`<p class="note">${words.answersUnknown(replyTo)}</p>\n`;
  return html`<blockquote><p class="note">${words.answersTo(first.name, first.status)}</p>
<p class="text">${first.text}</p></blockquote>
`;
}

const KEY_OF = { approve: 'a', refuse: 'r', undo: 'u' } as const;

function actForm({ token, article }: Queue, { id }: CommentRecord, act: keyof typeof KEY_OF) {
  return html`<form method="post" action="${MODERATION_PATH}"><input type="hidden" name="token" value="${token}"><input type="hidden" name="id" value="${id}">${article === null ? '' : html`<input type="hidden" name="article" value="${article}">`}<button name="act" value="${act}" data-key="${KEY_OF[act]}" aria-keyshortcuts="${KEY_OF[act]}">${words.acts[act]}</button></form>`;
}

/** What editors did, the latest first. */
export function auditPage(lines: readonly AuditLine[]) {
  return page(
    words.audit,
    html`<ol>
${lines.map(({ at, who, act, comment }) => html`<li><time>${words.hour(new Date(at).toISOString())}</time> · ${who} · ${comment} · ${words.status(act)}</li>\n`)}</ol>
<p><a href="${MODERATION_PATH}">${words.toWaiting}</a></p>`,
  );
}
