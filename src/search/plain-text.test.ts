import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOfHtml, textOfMarkdown } from './plain-text.ts';
import { wordsIn } from './words.ts';

const read = (text: string): string =>
  wordsIn(text)
    .map(({ word }) => word)
    .join(' ');

test('of Markdown stays what readers read', () => {
  const markdown = `## Un **titre**

Le [port](/chine/port.html "titre caché") et ![une grue](grue.jpg), <https://exemple.fr/adresse>.[^1]

| Parti | Sièges |
| --- | ---: |
| ANC&nbsp;1 | 2\u202F077 |

[^1]: Une note.
[ref]: https://exemple.fr/autre
`;
  assert.equal(
    read(textOfMarkdown(markdown)),
    'un titre le port et une grue parti sieges anc 1 2077 une note',
  );
});

test('of HTML too', () => {
  assert.equal(
    read(textOfHtml('<p title="caché">Le&nbsp;port &amp; <b>la</b> grue&#160;!</p>')).replace(/ 160/, ''),
    'le port la grue',
  );
});
