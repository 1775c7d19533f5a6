// The portal of the bench for plain Eleventy 3: Markdown in `articles`, collections, Nunjucks layouts and pagination.
import { DateTime } from 'luxon';
import { makePortal, read } from './portal.js';

const ZONE = 'Asia/Shanghai';

/** A function that keeps what it gave: dates and periods are asked for on many pages. */
function keeping(make, keyOf = key => key) {
  const kept = new Map();
  return value => {
    const key = keyOf(value);
    let made = kept.get(key);
    if (made === undefined) kept.set(key, (made = make(value)));
    return made;
  };
}

const inZone = date => DateTime.fromJSDate(new Date(date), { zone: ZONE, locale: 'fr' });
const formatted = format => keeping(date => inZone(date).toFormat(format), Number);
const LINK = /<a href="((?:https?:|\/)[^"]*)"/g;
const ISO = "yyyy-MM-dd'T'HH:mm:ssZZ";

/** A breadcrumb, and the page that it leads to, as search engines are told of it; the home page has none. */
function trail(breadcrumb, name, address, baseUrl) {
  if (!breadcrumb) return null;
  const links = [...breadcrumb.map(([url, text]) => ({ name: text, item: baseUrl + url })), { name, item: address }];
  const itemListElement = links.map((link, index) => ({ '@type': 'ListItem', position: index + 1, ...link }));
  return { '@type': 'BreadcrumbList', itemListElement };
}

/** The first twenty articles of a page that lists some, each once. */
function itemList(items, baseUrl) {
  if (!items) return null;
  const urls = [...new Set(items.map(({ url }) => url))].slice(0, 20);
  const itemListElement = urls.map((url, index) => ({ '@type': 'ListItem', position: index + 1, url: baseUrl + url }));
  return { '@type': 'ItemList', numberOfItems: urls.length, itemListElement };
}

/** All that a page tells search engines, as a script in which no text can end the element. */
function graph(things) {
  const text = JSON.stringify({ '@context': 'https://schema.org', '@graph': things.filter(Boolean) });
  return `<script type="application/ld+json">${text.replaceAll('<', '\\u003c')}</script>`;
}

const inWords = keeping(period => {
  const format = { 4: 'yyyy', 7: 'LLLL yyyy', 10: 'cccc d LLLL yyyy' }[period.length];
  return DateTime.fromISO(period).setLocale('fr').toFormat(format);
});

export default function (eleventyConfig) {
  // Everything that lists are made from is worked out once a build, and every collection takes its part.
  let portal = null;
  let ageing = null;
  eleventyConfig.on('eleventy.before', () => {
    portal = null;
    ageing = inZone(read('portal').clock).startOf('month').minus({ years: 1 }).toJSDate();
  });
  for (const name of ['news', 'home', 'sections', 'sectionMonths', 'topicPages', 'dossierPages', 'dossierYears', 'years', 'months', 'days', 'furniture']) {
    eleventyConfig.addCollection(name, api => {
      portal ??= makePortal(api.getFilteredByGlob('articles/**/*.md'));
      return portal[name];
    });
  }
  eleventyConfig.addFilter('placeOf', url => portal.places.get(url));
  eleventyConfig.addFilter('iso', formatted(ISO));
  eleventyConfig.addFilter('stamp', formatted("dd.MM.yyyy HH'h'mm"));
  eleventyConfig.addFilter('longDay', date => inZone(date).toFormat('cccc d LLLL yyyy'));
  eleventyConfig.addFilter('hour', date => inZone(date).toFormat("H 'h' mm"));
  eleventyConfig.addFilter('yearAfter', date => inZone(date).plus({ years: 1 }).toFormat(ISO));
  eleventyConfig.addFilter('isAged', date => date < ageing);
  eleventyConfig.addFilter('inWords', inWords);
  eleventyConfig.addFilter('path', period => period.replaceAll('-', '/'));
  eleventyConfig.addFilter('linkedAddresses', (html, baseUrl) =>
    [...html.matchAll(LINK)].map(([, href]) => (href.startsWith('/') ? baseUrl + href : href)),
  );
  eleventyConfig.addFilter('trail', trail);
  eleventyConfig.addFilter('itemList', itemList);
  eleventyConfig.addFilter('graph', graph);
  eleventyConfig.addFilter('named', (slugs, names) => slugs.map(slug => names[slug]));
  eleventyConfig.addFilter('counted', count => `${count} ${count < 2 ? 'article' : 'articles'}`);

  eleventyConfig.addPassthroughCopy({ static: '/' });
  eleventyConfig.setNunjucksEnvironmentOptions({ trimBlocks: true, lstripBlocks: true });
  eleventyConfig.setUseGitIgnore(false);
  return {
    dir: { input: '.' },
    templateFormats: ['md', 'njk'],
    // Articles hold no template: not looking for one in them saves Eleventy time.
    markdownTemplateEngine: false,
  };
}
