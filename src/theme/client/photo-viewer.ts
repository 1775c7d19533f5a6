// Opens photographs on the whole screen, by a module that loads when a reader may need it. Without JavaScript each is a link to its file.
import { parts } from './element.ts';
import type { Viewer } from './viewer.ts';

export function photoViewer(host: HTMLElement): void {
  const figures = parts(host, 'figure[id]');
  let coming: Promise<Viewer> | undefined;
  const load = (): Promise<Viewer> => {
    coming ??= viewerOf(host, figures);
    return coming;
  };
  // The module begins to load before the reader presses a photograph.
  for (const sign of ['pointerenter', 'focusin'])
    host.addEventListener(sign, () => void load().catch(() => {}));

  host.addEventListener('click', event => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('figure[id] > a');
    // With these keys a browser opens the link in another tab or window, or saves the file.
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    load().then(
      viewer => viewer.open(figures.indexOf(link.parentElement!)),
      () => location.assign(link.href),
    );
  });

  /*
   * The viewer writes the id of its photograph into the address, and removes it when it closes. So an address with such an
   * id was copied from an open viewer, or the reader has reloaded the page: it opens the viewer again. No link of the
   * portal has such an address. Without JavaScript the browser scrolls to the photograph in the page.
   */
  const follow = async (): Promise<void> => {
    const named = figures.findIndex(({ id }) => location.hash === `#${id}`);
    if (named !== -1 || coming) (await load()).follow(named);
  };
  addEventListener('hashchange', () => void follow().catch(() => {}));
  void follow().catch(() => {});
}

/** Rejects when the module or its style sheet does not load. */
async function viewerOf(host: HTMLElement, figures: readonly HTMLElement[]): Promise<Viewer> {
  const { script = '', styles = '' } = host.dataset;
  const [module] = await Promise.all([
    import(script) as Promise<typeof import('./viewer.ts')>,
    sheet(styles),
  ]);
  return module.makeViewer(host, figures);
}

function sheet(href: string): Promise<unknown> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  return new Promise((resolve, reject) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', reject);
    document.head.append(link);
  });
}
