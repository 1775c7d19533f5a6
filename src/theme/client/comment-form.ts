// Disables the name of an anonymous comment, shows how many characters are left, and lets « Répondre » choose what is answered to. Without
// JavaScript the service checks the first two, and readers choose in the form.
import { part, parts } from './element.ts';
import { participationWhenSeen } from './participation-when-seen.ts';

export function commentForm(host: HTMLElement): void {
  const anonymous = part<HTMLInputElement>(host, '[name=anonymous]');
  const name = part<HTMLInputElement>(host, '[name=name]');
  if (anonymous && name) {
    const follow = (): void => {
      name.disabled = anonymous.checked;
      if (anonymous.checked) name.value = '';
    };
    anonymous.addEventListener('change', follow);
    // Some browsers restore the tick when the reader reloads the page.
    follow();
  }
  const form = part<HTMLFormElement>(host, 'form');
  if (form) participationWhenSeen(form, ({ commentsInPlace }) => commentsInPlace(host, form));
  const text = part<HTMLTextAreaElement>(host, 'textarea[maxlength]');
  const choice = part<HTMLSelectElement>(host, '[name=replyTo]');
  if (form && text && choice)
    for (const link of parts(document, '[data-reply]'))
      link.addEventListener('click', event => {
        event.preventDefault();
        choice.value = link.dataset.reply!;
        form.scrollIntoView();
        text.focus({ preventScroll: true });
      });
  const output = part<HTMLOutputElement>(host, '[data-remaining]');
  if (!text || !output) return;
  const count = (): void => {
    const left = (text.maxLength - text.value.length).toLocaleString(document.documentElement.lang);
    output.textContent = output.dataset.remaining!.replace('{n}', left);
  };
  text.addEventListener('input', count);
  count();
}
