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
  for (const name of ['news', 'home', 'sections', 'sectionMonths', 'topicPages', 'dossierPages', 'years', 'months', 'days', 'furniture']) {
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
