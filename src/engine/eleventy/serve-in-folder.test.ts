// Eleventy's own server for a site in a folder.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serveInFolder } from './serve-in-folder.ts';

/** What Eleventy is asked for, or where the browser is sent. */
function asked(url: string, folder: string): string {
  const request = { url };
  let outcome = 'nothing';
  const response = {
    writeHead(status: number, { Location }: Readonly<Record<string, string>>) {
      outcome = `${status} ${Location}`;
      return response;
    },
    end() {},
  };
  serveInFolder(() => folder)(request, response, () => {
    outcome = request.url;
  });
  return outcome;
}

test('it is asked for addresses within the site', () => {
  assert.equal(asked('/journal/chine/?a=1', '/journal'), '/chine/?a=1');
  assert.equal(asked('/journal', '/journal'), '/');
  assert.equal(asked('/journaliste/', '/journal'), '/journaliste/');
  assert.equal(asked('/.11ty/reload-client.js', '/journal'), '/.11ty/reload-client.js');
});

test('its root leads to the folder', () => assert.equal(asked('/', '/journal'), '302 /journal/'));

test('a site at the root is served as it was', () => {
  for (const url of ['/', '/journal/']) assert.equal(asked(url, ''), url);
});
