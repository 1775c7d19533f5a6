// Whether a body holds calls of templates of other generators, which would be shown as they are typed.
import { shorten } from '../../source/shorten.ts';
import type { Checking } from './body-checking.ts';
import { bodyMessages } from './body-messages.ts';
import { eachShownText } from './shown-text.ts';

/** `{{< youtube x >}}`, `{{% x %}}`, `{% embed x %}`. */
const CALL = /\{\{?[<%][^{}\n]{0,500}[>%]\}\}?/g;

/** Whether what should be an address is, or begins with, the call of a template. */
export function holdsTemplate(address: string): boolean {
  return /\{[{%]/.test(address);
}

export function checkTemplates(checking: Checking): void {
  const { places, report } = checking;
  for (const { text, start, end } of eachShownText(checking)) {
    if (!text.includes('{')) continue;
    for (const [call] of text.matchAll(CALL)) {
      const found = call.split('\uFFFC', 1)[0]!;
      report(() => places.find(found, start, end), 'template-in-body', bodyMessages.template(shorten(call)));
    }
  }
}
