// Whether a body holds calls of templates of other generators, or the marks of other systems, which would be shown as they are typed.
import { shorten } from '../../source/shorten.ts';
import type { Checking } from './body-checking.ts';
import { bodyMessages } from './body-messages.ts';
import { eachShownText } from './shown-text.ts';

/** `{{< youtube x >}}`, `{{% x %}}`, `{% embed x %}`. */
const CALL = /\{\{?[<%][^{}\n]{0,500}[>%]\}\}?/g;

/** Of WordPress and forums (`[gallery ids="1"]`, `[/b]`), of wikis (`[[Port]]`), of SPIP (`[port->art12]`, `{{{Intertitre}}}`). */
const OTHER_MARKS =
  /\[(?:caption|gallery|embed|video|audio|playlist|url|img)(?:=|[ \t]+\w+=)[^[\]\n]{0,500}\]|\[\/(?:b|i|u|s|url|img|quote|center|caption|embed|video|audio|gallery)\]|\[\[[^[\]\n]{1,200}\]\](?!\()|\[[^[\]\n]{0,200}->[^[\]\n]{1,500}\]|\{\{\{[^{}\n]{1,500}\}\}\}/g;

/** Whether what should be an address is, or begins with, the call of a template. */
export function holdsTemplate(address: string): boolean {
  return /\{[{%]/.test(address);
}

export function checkTemplates(checking: Checking): void {
  const { places, report } = checking;
  for (const { text, start, end } of eachShownText(checking)) {
    if (!/[[{]/.test(text)) continue;
    for (const [call] of [...text.matchAll(CALL), ...text.matchAll(OTHER_MARKS)]) {
      const found = call.split('\uFFFC', 1)[0]!;
      report(() => places.find(found, start, end), 'template-in-body', bodyMessages.template(shorten(call)));
    }
  }
}
