// A published comment becomes the page by which its readers tell the newsroom of it, and the one that thanks them.
import { html } from 'hono/html';
import { REPORT_PATH } from '../address/addresses.ts';
import { reportWords as words } from '../locale/participation-words.ts';
import { page } from './answer.ts';
import type { CommentRecord } from './comment-record.ts';
import { REPORT_REASONS } from './store/report-store.ts';
import { TRAP_FIELD } from './submission.ts';

/** Signs of what a reader may add. */
export const MOST_REMARK = 500;
export const REPORTED_PATH = `${REPORT_PATH}/merci`;

/** @param comment null: the service does not know its words, which stand on the page of the article. */
export function reportPage(site: string, article: string, id: string, comment: CommentRecord | null) {
  const said =
    comment === null
      ? ''
      : html`<blockquote><p class="note">${words.commentOf(comment.name)}</p>
<p class="text" dir="auto">${comment.text}</p></blockquote>
`;
  return page(
    words.title,
    html`${said}<p>${words.rules}</p>
<form class="report" method="post" action="${REPORT_PATH}">
<input type="hidden" name="article" value="${article}"><input type="hidden" name="commentaire" value="${id}">
<fieldset><legend>${words.reason}</legend>
${REPORT_REASONS.map(reason => html`<p><label><input type="radio" name="motif" value="${reason}" required> ${words.reasons[reason]}</label></p>\n`)}</fieldset>
<p><label for="remarque">${words.remark}</label>
<textarea id="remarque" name="remarque" rows="3" maxlength="${MOST_REMARK}"></textarea></p>
<p hidden><label>${words.leaveEmpty} <input name="${TRAP_FIELD}" autocomplete="off" tabindex="-1"></label></p>
<button>${words.send}</button>
</form>
<p><a href="${site}${article}#c-${id}">${words.back}</a></p>`,
  );
}

export function reportedPage(site: string, article: string) {
  return page(
    words.thanks,
    html`<p>${words.received}</p>
<p><a href="${site}${article === '' ? '/' : article}">${article === '' ? words.backToPortal : words.back}</a></p>`,
  );
}
