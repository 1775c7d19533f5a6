// What programs that read texts may do with them, and where these are: `/llms.txt` (llmstxt.org), in Markdown.
import {
  editorialUrl,
  FEED_URL,
  FEEDS_URL,
  LLMS_URL,
  SEARCH_URL,
  SITEMAP_INDEX_URL,
  sectionUrl,
} from '../../address/addresses.ts';
import { llmsWords } from '../../locale/llms-words.ts';
import type { PageContext } from '../../pages/page-type.ts';
import type { Asset } from './asset.ts';

/** None when the owner sets no terms. */
export function llmsFile({ site, editorialPages }: PageContext): readonly Asset[] {
  const { name, description, terms, baseUrl, sections, ninjs } = site;
  if (terms === null) return [];
  const link = (text: string, url: string, about: string | null = null): string =>
    `- [${plain(text)}](${baseUrl}${url})${about === null ? '' : `: ${about}`}`;
  const parts = [
    `# ${name}`,
    `> ${description}`,
    llmsWords.pages,
    `## ${llmsWords.terms}`,
    terms,
    `## ${llmsWords.sections}`,
    sections.map(({ slug, name, description }) => link(name, sectionUrl(slug), description)).join('\n'),
    `## ${llmsWords.data}`,
    [
      link(llmsWords.feeds, FEEDS_URL, llmsWords.feedsAbout),
      link(llmsWords.atom, FEED_URL, llmsWords.atomAbout),
      link(llmsWords.sitemap, SITEMAP_INDEX_URL, llmsWords.sitemapAbout),
      link(llmsWords.search, SEARCH_URL),
      ...(ninjs ? [`- ${llmsWords.ninjs}`] : []),
    ].join('\n'),
    ...(editorialPages.length === 0
      ? []
      : [
          `## ${llmsWords.portal}`,
          editorialPages
            .map(({ slug, title, description }) => link(title, editorialUrl(slug), description))
            .join('\n'),
        ]),
  ];
  return [{ url: LLMS_URL, bytes: Buffer.from(`${parts.join('\n\n')}\n`) }];
}

/** What would end the words of a link. */
function plain(text: string): string {
  return text.replace(/[[\]\\]/g, sign => `\\${sign}`);
}
