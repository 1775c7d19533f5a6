// What every article has: its layout and its address.
const OFFSET = 8 * 3_600_000;

export default {
  layout: 'article.njk',
  permalink: ({ section, page }) => {
    const day = new Date(page.date.getTime() + OFFSET).toISOString().slice(0, 10).replaceAll('-', '/');
    return `/${section}/${day}/${page.fileSlug}.html`;
  },
};
