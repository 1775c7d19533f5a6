// An export of WordPress (WXR) or of Disqus becomes the comments in it that were approved there, each with the name of its article.
import { createHash } from 'node:crypto';
import { parseXml, type XmlElement, type XmlNode } from '@rgrove/parse-xml';
import type { Instant } from '../time/instant.ts';
import { plainLine, plainLines } from './plain-text.ts';
import { textOfHtml } from './text-of-html.ts';
import { ulidOf } from './ulid.ts';

export interface ForeignComment {
  /** Follows from the comment alone, so that a second import finds the first one's file. */
  readonly id: string;
  /** How the article is called at the end of its address there: `le-port`. */
  readonly slug: string;
  /** The month in which the article appeared, `2014/05`; '': it is not said. */
  readonly month: string;
  readonly sent: Instant;
  /** The comment to which it answers, if that one is among them; null: it speaks of the article. */
  readonly replyTo: string | null;
  /** null: anonymous. */
  readonly name: string | null;
  readonly text: string;
}

/** null: the text is XML of neither kind. Throws what the parser says of a text that is no XML. */
export function foreignComments(xml: string): readonly ForeignComment[] | null {
  const { root } = parseXml(withoutControls(xml));
  if (root?.name === 'disqus') return ofDisqus(root);
  const channel = root?.name === 'rss' ? child(root, 'channel') : null;
  return channel === null ? null : ofWordPress(channel);
}

/** Comments of old databases hold characters that no XML may (XML 1.0, § 2.2). */
function withoutControls(xml: string): string {
  return xml.replace(/^\ufeff/, '').replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '');
}

function ofWordPress(channel: XmlElement): readonly ForeignComment[] {
  return children(channel, 'item').flatMap(item => {
    const slug = textOf(item, 'wp:post_name') || slugOf(textOf(item, 'link'));
    const month = textOf(item, 'wp:post_date').slice(0, 7).replace('-', '/');
    const comments = children(item, 'wp:comment')
      .filter(
        comment =>
          textOf(comment, 'wp:comment_approved') === '1' &&
          /^(?:comment)?$/.test(textOf(comment, 'wp:comment_type')),
      )
      .map(comment =>
        foreign({
          key: textOf(comment, 'wp:comment_id'),
          parent: textOf(comment, 'wp:comment_parent'),
          source: `wordpress ${slug} ${textOf(comment, 'wp:comment_id')}`,
          slug,
          month,
          sent: Date.parse(`${textOf(comment, 'wp:comment_date_gmt').replace(' ', 'T')}Z`),
          name: textOf(comment, 'wp:comment_author'),
          html: textOf(comment, 'wp:comment_content'),
        }),
      );
    return answering(comments);
  });
}

function ofDisqus(root: XmlElement): readonly ForeignComment[] {
  const threads = new Map(
    children(root, 'thread').map(thread => [thread.attributes['dsq:id'] ?? '', thread]),
  );
  const comments = children(root, 'post')
    .filter(post => textOf(post, 'isDeleted') !== 'true' && textOf(post, 'isSpam') !== 'true')
    .filter(post => /^(?:true)?$/.test(textOf(post, 'isApproved')))
    .flatMap(post => {
      const thread = threads.get(child(post, 'thread')?.attributes['dsq:id'] ?? '');
      if (thread === undefined) return [];
      const author = child(post, 'author');
      return foreign({
        key: post.attributes['dsq:id'] ?? '',
        parent: child(post, 'parent')?.attributes['dsq:id'] ?? '',
        source: `disqus ${post.attributes['dsq:id']}`,
        slug: slugOf(textOf(thread, 'link')),
        month: textOf(thread, 'createdAt').slice(0, 7).replace('-', '/'),
        sent: Date.parse(textOf(post, 'createdAt')),
        name: author === null || textOf(author, 'isAnonymous') === 'true' ? '' : textOf(author, 'name'),
        html: textOf(post, 'message'),
      });
    });
  return answering(comments);
}

/** A comment, with what it and the one to which it answers are called there. */
interface Keyed {
  readonly key: string;
  readonly parent: string;
  readonly comment: Omit<ForeignComment, 'replyTo'>;
}

/** One that was not approved, or has no text to show, is nothing to answer to. */
function answering(comments: readonly Keyed[]): readonly ForeignComment[] {
  const ids = new Map(
    comments.filter(({ comment }) => comment.text !== '').map(({ key, comment }) => [key, comment.id]),
  );
  return comments.map(({ parent, comment }) => ({ ...comment, replyTo: ids.get(parent) ?? null }));
}

function foreign({
  key,
  parent,
  source,
  html,
  name,
  ...comment
}: Omit<ForeignComment, 'id' | 'replyTo' | 'name' | 'text'> & {
  readonly key: string;
  readonly parent: string;
  readonly source: string;
  readonly html: string;
  readonly name: string;
}): Keyed {
  const digest = createHash('sha256').update(source).digest();
  const own = {
    ...comment,
    id: ulidOf(Number.isNaN(comment.sent) ? 0 : comment.sent, digest),
    name: plainLine(textOfHtml(name)) || null,
    text: plainLines(textOfHtml(html)),
  };
  return { key, parent, comment: own };
}

/** The last part of an address that is not empty, without an ending: `le-port`. */
function slugOf(address: string): string {
  const path = URL.canParse(address) ? new URL(address).pathname : address;
  return /([^/]*?)(?:\.\w+)?\/*$/.exec(path)?.[1] ?? '';
}

function children(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((node: XmlNode): node is XmlElement => (node as XmlElement).name === name);
}

function child(element: XmlElement, name: string): XmlElement | null {
  return children(element, name)[0] ?? null;
}

function textOf(element: XmlElement, name: string): string {
  return child(element, name)?.text.trim() ?? '';
}
