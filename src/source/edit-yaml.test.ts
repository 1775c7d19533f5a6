// Fields of YAML get new values, and all around them stays as it was typed.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addItem, removeItem, setField, setItem } from './edit-yaml.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';

function edited(yaml: string, edits: readonly TextEdit[] | null): string | null {
  return edits === null ? null : applyEdits(yaml, edits);
}

describe('a field of YAML', () => {
  const set = (yaml: string, value = 'sport') => edited(yaml, setField(yaml, 'section', value));

  it('gets a new value in the quotes of the old one, with comments and blanks as they are', () => {
    assert.equal(
      set('title: A\nsection:   chine  # ici\nplace: B\n'),
      'title: A\nsection:   sport  # ici\nplace: B\n',
    );
    assert.equal(set('section: "chine"\r\n'), 'section: "sport"\r\n');
    assert.equal(set("'section' : 'chine'\n"), "'section' : 'sport'\n");
    assert.equal(set('section:\n  chine\n'), 'section:\n  sport\n');
    assert.equal(set('{title: A, section: chine}\n'), '{title: A, section: sport}\n');
  });

  it('gets quotes where the new value would mean something else', () => {
    assert.equal(set('section: chine\n', 'true'), 'section: "true"\n');
    assert.equal(set("section: 'chine'\n", 'null'), "section: 'null'\n");
  });

  it('stays when it is not there, or not a text on its line', () => {
    assert.equal(set('title: A\n'), null);
    assert.equal(set('section: >\n  chine\n'), null);
    assert.equal(set('section: [chine]\n'), null);
    assert.equal(set('a:\n  section: chine\n'), null);
    assert.equal(set('chine\n'), null);
  });
});

describe('a list of YAML', () => {
  const add = (yaml: string, lineEnd = '\n') => edited(yaml, addItem(yaml, 'aliases', '/n.html', lineEnd));

  it('between brackets gets one more item before the last bracket', () => {
    assert.equal(
      add('aliases: [/a.html, /b.html] # deux\n'),
      'aliases: [/a.html, /b.html, /n.html] # deux\n',
    );
    assert.equal(add('aliases: [ "/a.html" ]\n'), 'aliases: [ "/a.html", "/n.html" ]\n');
    assert.equal(add("aliases: ['/a.html',]\n"), "aliases: ['/a.html', '/n.html',]\n");
    assert.equal(add('aliases: []\ntitle: A\n'), 'aliases: [/n.html]\ntitle: A\n');
  });

  it('between brackets over several lines gets one more line, and comments stay on theirs', () => {
    assert.equal(
      add('aliases: [\n  /a.html,\n  /b.html # la première\n  ]\n'),
      'aliases: [\n  /a.html,\n  /b.html, # la première\n  /n.html\n  ]\n',
    );
    assert.equal(
      add('aliases: [\r\n  /a.html,\r\n  ]\r\n', '\r\n'),
      'aliases: [\r\n  /a.html,\r\n  /n.html,\r\n  ]\r\n',
    );
    assert.equal(add('aliases: [\n  /a.html]\n'), 'aliases: [\n  /a.html, /n.html]\n');
  });

  it('of a line each gets one more, like the last', () => {
    assert.equal(
      add('aliases:\n  -   "/a.html"  # note\n\n  # fin\ntitle: A\n'),
      'aliases:\n  -   "/a.html"  # note\n  -   "/n.html"\n\n  # fin\ntitle: A\n',
    );
    assert.equal(add('aliases:\r\n- /a.html\r\n', '\r\n'), 'aliases:\r\n- /a.html\r\n- /n.html\r\n');
  });

  it('that is not there comes last, at the indent of the other fields', () => {
    assert.equal(add('title: A\n# fin\n\n'), 'title: A\n# fin\n\naliases: [/n.html]\n');
    assert.equal(add('  title: A\r\n', '\r\n'), '  title: A\r\n  aliases: [/n.html]\r\n');
    assert.equal(add('text: |+\n  Un\n\n'), 'text: |+\n  Un\n\naliases: [/n.html]\n');
    assert.equal(add('{title: A}\n'), '{aliases: [/n.html], title: A}\n');
  });

  it('of anything but texts, or none at all, stays', () => {
    assert.equal(add('aliases: /a.html\n'), null);
    assert.equal(add('aliases:\n'), null);
    assert.equal(add('aliases:\n  - [/a.html]\n'), null);
    assert.equal(add('aliases:\n  -\n    /a.html\n'), null);
  });

  it('gets a new item in the place of another', () => {
    const yaml = 'title: A\naliases: [/a.html, "/b.html"]\n';
    assert.equal(
      edited(yaml, setItem(yaml, 'aliases', 1, '/n.html')),
      'title: A\naliases: [/a.html, "/n.html"]\n',
    );
    assert.equal(setItem(yaml, 'aliases', 2, '/n.html'), null);
  });
});

describe('an item that is taken from a list of YAML', () => {
  const without = (yaml: string, index: number) => edited(yaml, removeItem(yaml, 'aliases', index));

  it('between brackets goes with its comma', () => {
    assert.equal(without('aliases: [/a, "/b", /c] # trois\n', 0), 'aliases: ["/b", /c] # trois\n');
    assert.equal(without('aliases: [/a, "/b", /c] # trois\n', 1), 'aliases: [/a, /c] # trois\n');
    assert.equal(without('aliases: [ /a, /b, ]\n', 1), 'aliases: [ /a, ]\n');
    assert.equal(without('aliases: [ /a ]\n', 0), 'aliases: [  ]\n');
    assert.equal(without('aliases: [\r\n  /a,\r\n  /b]\r\n', 1), 'aliases: [\r\n  /a]\r\n');
  });

  it('between brackets, on a line of its own, goes with its line', () => {
    const yaml = 'aliases: [\n  /a, # un\n  /b # deux\n  ]\n';
    assert.equal(without(yaml, 0), 'aliases: [\n  /b # deux\n  ]\n');
    assert.equal(without(yaml, 1), 'aliases: [\n  /a, # un\n  ]\n');
  });

  it('of a line for each goes with its line', () => {
    const yaml = 'aliases:\r\n  - /a\r\n  - /b # deux\r\ntitle: A\r\n';
    assert.equal(without(yaml, 0), 'aliases:\r\n  - /b # deux\r\ntitle: A\r\n');
    assert.equal(without(yaml, 1), 'aliases:\r\n  - /a\r\ntitle: A\r\n');
    assert.equal(without('aliases:\n  - "/a" # seule\n', 0), 'aliases:\n  [] # seule\n');
    assert.equal(without('aliases:\n- /a\ntitle: A\n', 0), 'aliases:\n []\ntitle: A\n');
  });

  it('stays where a comment may be about another one, or where there is none', () => {
    assert.equal(without('aliases: [\n  /a, # un\n  /b]\n', 1), null);
    assert.equal(without('aliases: [/a]\n', 1), null);
    assert.equal(without('title: A\n', 0), null);
  });
});
