import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderSample, samples } from '../../../tests/rendering/render-sample.ts';
import { inlineConstants } from './inline-constants.ts';
import { compiledEnvironment, compileTemplates, readTemplates, THEME_DIR } from './templates.ts';

const texts = readTemplates(THEME_DIR);

for (const { name, template, view } of samples) {
  if (!template.startsWith('archive/')) continue;
  test(`${name}: a page from the folded templates is the very page from the plain ones`, async () => {
    const environment = await compiledEnvironment(compileTemplates(texts, view.portal, {}, null));
    assert.equal(environment.render(template, { view }), renderSample({ template, view }));
  });
}

const { portal } = samples[0]!.view;

test('words and the portal are written out, and what differs from page to page is not', () => {
  const folded = inlineConstants(
    '<p>{{ words.frontPage }} {{ view.portal.name }} {{ view.title }}</p>',
    portal,
  );
  assert.equal(folded, '<p>À la une Quotidien {{ view.title }}</p>');
});

test('a loop over the sections is written out, with what differs left in it', () => {
  const loop =
    '{% for link in view.portal.editorial %}\n<a href="{{ link.url }}"{% if link.url == view.url %} class="here"{% endif %}>\n{% endfor %}\n';
  assert.equal(
    inlineConstants(loop, portal),
    '<a href="/a-propos/"{% if "/a-propos/" == view.url %} class="here"{% endif %}>\n' +
      '<a href="/mentions-legales/"{% if "/mentions-legales/" == view.url %} class="here"{% endif %}>\n',
  );
});

test('a filter in a loop gets the item’s value, and a field of the view of the same name stays', () => {
  const loop =
    '{% for edition in view.portal.editions %}\n<a{{ edition.lang | language }}>{{ view.edition.day }}</a>\n{% endfor %}\n';
  assert.equal(
    inlineConstants(loop, portal),
    '<a{{ "en" | language }}>{{ view.edition.day }}</a>\n<a{{ "ar" | language }}>{{ view.edition.day }}</a>\n',
  );
});

test('a name that looks like a template is shown, never run', () => {
  const hostile = {
    ...portal,
    name: '{{ view.secret }}<b>',
    editorial: [{ url: '/a/', text: '{% include "x" %}' }],
  };
  for (const text of [
    '{{ view.portal.name }}',
    '{% for link in view.portal.editorial %}\n{{ link.text }}\n{% endfor %}\n',
  ]) {
    assert.equal(inlineConstants(text, hostile), text);
  }
});
