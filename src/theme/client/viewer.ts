// The photographs of a page become a dialog that shows one of them on the whole screen. It loads when a reader may open one.
import { part } from './element.ts';
import { onSwipe } from './swipe.ts';
import { enter, leave, move } from './viewer-address.ts';
import { fullPictures } from './viewer-pictures.ts';
import { makeZoom } from './zoom.ts';

export interface Viewer {
  /** Opens on a photograph that the reader pressed. Indexes count from 0. */
  open(index: number): void;
  /** Shows the photograph that the page's address now names; closes for -1, which means none. */
  follow(index: number): void;
}

/**
 * @param host contains the dialog in a template.
 * @param figures the photographs; each contains its picture for the whole screen in a template.
 */
export function makeViewer(host: HTMLElement, figures: readonly HTMLElement[]): Viewer {
  const template = part<HTMLTemplateElement>(host, ':scope > template')!;
  const dialog = document.importNode(template.content, true).querySelector('dialog')!;
  host.append(dialog);
  const stage = part(dialog, '.viewer-stage')!;
  const caption = part(dialog, '.viewer-caption')!;
  const position = part(dialog, '.viewer-position')!;
  const zoom = makeZoom(dialog, stage, part<HTMLButtonElement>(dialog, '.viewer-zoom')!);
  const pictureOf = fullPictures(figures);
  const buttons = [
    [part<HTMLButtonElement>(dialog, '.previous'), -1],
    [part<HTMLButtonElement>(dialog, '.next'), 1],
  ] as const;
  let shown = 0;

  const show = (index: number): void => {
    shown = index;
    zoom.out();
    stage.replaceChildren(pictureOf(index));
    caption.replaceChildren(...captionOf(figures[index]!));
    caption.lang = figures[index]!.closest<HTMLElement>('[lang]')!.lang;
    if (figures.length === 1) return;
    const { position: words = '' } = dialog.dataset;
    position.textContent = words.replace('{n}', `${index + 1}`).replace('{total}', `${figures.length}`);
    // The buttons get `aria-disabled` and not `disabled`, since a disabled button loses the keyboard focus.
    for (const [button, by] of buttons) button?.setAttribute('aria-disabled', String(!figures[index + by]));
  };
  const go = (index: number): void => {
    if (index === shown || !figures[index]) return;
    show(index);
    move(figures[index].id);
  };

  for (const [button, by] of buttons) button?.addEventListener('click', () => go(shown + by));
  onSwipe(stage, { may: () => !zoom.isIn(), step: by => go(shown + by) });
  dialog.addEventListener('keydown', event => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = photographAfter(event.key, shown, figures.length);
    if (zoom.pan(event.key)) event.preventDefault();
    else if (next !== null) {
      event.preventDefault();
      go(next);
    }
  });
  part(dialog, '.viewer-close')!.addEventListener('click', () => dialog.close());
  // The event follows each way to close the dialog: the button, Escape, « back ».
  dialog.addEventListener('close', () => {
    leave(figures[shown]!.id);
    part(figures[shown]!, 'a')!.focus();
  });

  return {
    open(index) {
      // The reader pressed twice while the viewer was loading.
      if (dialog.open) return;
      enter(figures[index]!.id);
      show(index);
      dialog.showModal();
    },
    follow(index) {
      if (index === -1) return dialog.close();
      show(index);
      if (!dialog.open) dialog.showModal();
    },
  };
}

/** The content of the photograph's caption on the page, without the photograph's number. */
function captionOf(figure: HTMLElement): readonly Node[] {
  const copy = part(figure, 'figcaption')?.cloneNode(true);
  if (!(copy instanceof HTMLElement)) return [];
  part(copy, '.number')?.remove();
  return [...copy.childNodes];
}

/** The index of the photograph to which `key` moves from the current photograph; null: the key does not move between them. */
export function photographAfter(key: string, present: number, count: number): number | null {
  if (key === 'ArrowRight') return Math.min(present + 1, count - 1);
  if (key === 'ArrowLeft') return Math.max(present - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
