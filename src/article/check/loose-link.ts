// Whether links, images and calls of notes that the parser does not see as such stay on the page as they are typed.
import { shorten } from '../../source/shorten.ts';
import type { Checking } from './body-checking.ts';
import { bodyMessages } from './body-messages.ts';
import { spacedImages } from './body-suspicions.ts';
import { likelyAddress } from './likely-address.ts';
import { eachShownText } from './shown-text.ts';
import { holdsTemplate } from './template-in-body.ts';

/** `[texte](adresse)`, `[texte] (https://…)`, `[texte][nom]`; the sign of code or an image may be in the words. */
const LOOSE =
  /(!?)\[([^[\]\n]*)\](?:\(([^()\n]*)\)?|[ \t\n\u00A0\u202F]\(((?:https?:|www\.|mailto:)[^()\s]*)\)|\[([^[\]\n^]*)\])/g;
/** `(texte)[https://…]` */
const REVERSED = /\(([^()\n]{1,200})\)\[((?:https?:|www\.|mailto:)[^\]\s]*)\]/g;
/** Without its scheme an address between these signs is text. */
const ANGLED = /<(www\.[^<>\s]+)>/g;
const SPACED_NOTE = /\[\^[ \t]*([^[\]\s]+(?:[ \t]+[^[\]\s]+)*)[ \t]*\]/g;

export function checkLooseLinks(checking: Checking): void {
  for (const { text, start, end } of eachShownText(checking)) {
    if (!/[[<]/.test(text)) continue;
    const report = (written: string, message: string): void =>
      checking.report(
        () => checking.places.find(written.split('\n', 1)[0]!, start, end),
        'loose-link',
        message,
      );
    const isNamed = new Set([...spacedImages(text)].map(({ written }) => written));
    for (const { 0: written, 1: mark, 2: words, 3: target, 4: apart, 5: reference } of text.matchAll(LOOSE)) {
      if (isNamed.has(written) || isTag(target)) continue;
      const label = shorten(words!);
      if (reference !== undefined)
        report(written, bodyMessages.unknownReference(shorten(`[${words}][${reference}]`)));
      else if (apart !== undefined) report(written, bodyMessages.linkApart(label, shorten(apart)));
      else if (holdsTemplate(target!)) report(written, bodyMessages.template(shorten(target!)));
      else if (mark === '!') report(written, bodyMessages.looseImage(label));
      else report(written, bodyMessages.looseLink(label, shorten(wholeAddress(target!))));
    }
    for (const [written, words, address] of text.matchAll(REVERSED))
      report(written, bodyMessages.reversedLink(shorten(words!), shorten(wholeAddress(address!))));
    for (const [written, address] of text.matchAll(ANGLED))
      report(written, bodyMessages.angledAddress(shorten(address!)));
    for (const [written, label] of text.matchAll(SPACED_NOTE)) {
      if (/\s/.test(written)) report(written, bodyMessages.spacedNote(shorten(label!.replace(/\s+/g, '-'))));
    }
  }
}

/** Tags of templates have a check of their own. */
function isTag(target: string | undefined): boolean {
  return target !== undefined && /\{(?:%|\{[<%])/.test(target);
}

function wholeAddress(typed: string): string {
  const address = typed.trim().replace(/^<|>$/g, '');
  return (likelyAddress(address) ?? address).replace(/\s+/g, '%20');
}
