// The portal of the bench for plain Eleventy 3: Markdown in `articles`, collections, Nunjucks layouts and pagination.
import { DateTime } from 'luxon';
import { makePortal } from './portal.js';

const ZONE = 'Asia/Shanghai';
const french = (date, format) => DateTime.fromJSDate(new Date(date), { zone: ZONE }).setLocale('fr').toFormat(format);

/** The words of a period are asked for on many pages, so they are kept. */
const kept = new Map();
function inWords(period) {
  const known = kept.get(period);
  if (known) return known;
  const format = { 4: 'yyyy', 7: 'LLLL yyyy', 10: 'cccc d LLLL yyyy' }[period.length];
  const words = DateTime.fromISO(period).setLocale('fr').toFormat(format);
  kept.set(period, words);
  return words;
}

export default function (eleventyConfig) {
  // Everything that lists are made from is worked out once a build, and every collection takes its part.
  let portal = null;
  eleventyConfig.on('eleventy.before', () => {
    portal = null;
  });
  for (const name of ['news', 'sections', 'sectionMonths', 'topicPages', 'dossierPages', 'years', 'months', 'days', 'furniture']) {
    eleventyConfig.addCollection(name, api => {
      portal ??= makePortal(api.getFilteredByGlob('articles/**/*.md'));
      return portal[name];
    });
  }
  eleventyConfig.addFilter('placeOf', url => portal.places.get(url));
  eleventyConfig.addFilter('iso', date => french(date, "yyyy-MM-dd'T'HH:mm:ssZZ"));
  eleventyConfig.addFilter('stamp', date => french(date, "dd.MM.yyyy HH'h'mm"));
  eleventyConfig.addFilter('longDate', date => french(date, "cccc d LLLL yyyy à HH 'h' mm"));
  eleventyConfig.addFilter('inWords', inWords);
  eleventyConfig.addFilter('path', period => period.replaceAll('-', '/'));
  eleventyConfig.addFilter('counted', count => `${count} ${count < 2 ? 'article' : 'articles'}`);

  eleventyConfig.addPassthroughCopy('assets');
  eleventyConfig.setNunjucksEnvironmentOptions({ trimBlocks: true, lstripBlocks: true });
  eleventyConfig.setUseGitIgnore(false);
  return {
    dir: { input: '.' },
    templateFormats: ['md', 'njk'],
    // Articles hold no template: not looking for one in them saves Eleventy time.
    markdownTemplateEngine: false,
  };
}
