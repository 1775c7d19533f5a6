import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderSample, renderSource, samples } from './render-sample.ts';

const topic = samples.find(({ type }) => type.name === 'topic')!;

/** What is said of a template with that text. */
function refused(source: string): string {
  try {
    return `it rendered: ${renderSource(source, 'archive/topic.njk', topic.view)}`;
  } catch (error) {
    return (error as Error).message;
  }
}

test('a template that asks a view for what it does not have is named, with what it asked for', () => {
  assert.equal(
    refused('<p>{{ view.titel }}</p>'),
    'archive/topic.njk: « view.titel » is asked for, and not there',
  );
});

test('so is one that asks deep within a view, under another name, or only to look', () => {
  for (const [source, asked] of [
    ['{% for card in view.articles %}{{ card.subtitle }}{% endfor %}', 'view.articles[0].subtitle'],
    [
      '{% set card = view.articles[0] %}{% if card.section.colour %}{% endif %}',
      'view.articles[0].section.colour',
    ],
    ['{{ view.articles[99].title }}', 'view.articles[99]'],
    ['{{ view.portal.assets.sound or "none" }}', 'view.portal.assets.sound'],
    ['{{ view.count | counted(words.planets) }}', 'words.planets'],
    ['{{ addresses.moon }}', 'addresses.moon'],
  ] as const)
    assert.equal(refused(source), `archive/topic.njk: « ${asked} » is asked for, and not there`);
});

test('a partial that asks a page for what only others have is named, not the page', () => {
  const { section: _, ...view } = topic.view;
  assert.throws(
    () => renderSample({ ...topic, view: view as typeof topic.view }),
    /^Error: partials\/masthead\.njk: « view\.section » is asked for, and not there$/,
  );
});

test('what a view has is printed, though it be null, zero or an empty list', () => {
  assert.equal(
    renderSource('{{ view.edition }}{{ view.count }}{{ view.breadcrumb.length }}', 'a.njk', {
      edition: null,
      count: 0,
      breadcrumb: [],
    }),
    '00',
  );
});
