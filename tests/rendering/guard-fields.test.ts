import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderSample, renderSource, samples } from './render-sample.ts';

const topic = samples.find(({ type }) => type.name === 'topic')!;

/** The error of a template with the text `source`. */
function refused(source: string): string {
  try {
    return `it rendered: ${renderSource(source, 'archive/topic.njk', topic.view)}`;
  } catch (error) {
    return (error as Error).message;
  }
}

test('a template that reads a missing field is named in an error, with the field', () => {
  assert.equal(refused('<p>{{ view.titel }}</p>'), 'archive/topic.njk: « view.titel » is missing');
});

test('so is one that reads it deep within a view, under another name, or in a condition', () => {
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
    assert.equal(refused(source), `archive/topic.njk: « ${asked} » is missing`);
});

test('the error names the partial that reads the field, not the page', () => {
  const { section: _, ...view } = topic.view;
  assert.throws(
    () => renderSample({ ...topic, view: view as typeof topic.view }),
    /^Error: partials\/masthead\.njk: « view\.section » is missing$/,
  );
});

test('a field that is null, zero or an empty list is not missing', () => {
  assert.equal(
    renderSource('{{ view.edition }}{{ view.count }}{{ view.breadcrumb.length }}', 'a.njk', {
      edition: null,
      count: 0,
      breadcrumb: [],
    }),
    '00',
  );
});
