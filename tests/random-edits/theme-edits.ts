// Random edits of the theme by the portal's owner: templates, styles, files as they are, pages of their own.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { MiniSite } from '../mini-site.ts';

/** Templates, each with a text after which a mark shows on the pages that use it. */
export const MARKED_TEMPLATES = {
  'archive/article.njk': '{% block main %}',
  'archive/topic.njk': '{% block main %}',
  'archive/day.njk': '{% block main %}',
  'archive/redirect.njk': '{% block main %}',
  'eleventy/home.njk': '{% block main %}',
  'eleventy/section.njk': '{% block main %}',
  'archive/feed.njk': '</subtitle>',
  'layouts/base.njk': '<body>',
  'partials/card.njk': '<div>',
  'partials/headline.njk': '<li>',
  'partials/related.njk': '<section class="related">',
  'furniture/ticker.njk': '<ul class="ticker-items">',
  'furniture/picks.njk': '<ul>',
  'partials/most-read.njk': '<ol class="ranked">',
  'partials/weather.njk': '<ul>',
  'partials/poll.njk': '<ul class="answers">',
  'partials/comments.njk': '<ol class="thread">',
} as const;

export type MarkedTemplate = keyof typeof MARKED_TEMPLATES;

export type ThemeEdit =
  | { readonly edit: 'template'; readonly file: MarkedTemplate; readonly mark: number }
  /** With mark 0 the owner's file or page is taken away. */
  | { readonly edit: 'styles' | 'static' | 'own-page'; readonly mark: number };

const mark = fc.nat(2);

export const themeEdits: fc.Arbitrary<ThemeEdit> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      edit: fc.constant('template' as const),
      file: fc.constantFrom(...(Object.keys(MARKED_TEMPLATES) as MarkedTemplate[])),
      mark,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      edit: fc.constantFrom('styles' as const, 'static' as const, 'own-page' as const, 'own-page' as const),
      mark,
    }),
  },
);

export function themePlayer(site: MiniSite): (edit: ThemeEdit) => void {
  return edit => {
    const { mark } = edit;
    switch (edit.edit) {
      case 'template': {
        const place = MARKED_TEMPLATES[edit.file];
        site.editTheme(edit.file, text => {
          assert.ok(text.includes(place), `${edit.file} no longer holds ${place}`);
          return text.replace(/<!-- \d -->/, '').replace(place, `${place}<!-- ${mark} -->`);
        });
        return;
      }
      case 'styles':
        site.editTheme(
          'styles/tokens.css',
          text => `${text}:root { --mark: ${mark}; --brand: #0a4a8${mark} }\n`,
        );
        return;
      case 'static':
        site.editTheme('static/notes/lisez-moi.txt', () => `Notes, version ${mark}.\n`);
        if (mark === 0) site.remove('theme/static/notes');
        return;
      case 'own-page':
        site.editTheme(
          'eleventy/equipe.njk',
          () => `---\npermalink: "/equipe-${mark}/index.html"\n---\nL’équipe de {{ site.name }}.\n`,
        );
        if (mark === 0) site.remove('theme/eleventy/equipe.njk');
        return;
    }
  };
}
