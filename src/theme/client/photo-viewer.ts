// Photographs open on a whole screen, by a module that comes when it is wanted. Without it each leads to its file.
import { parts } from './element.ts';
import type { Viewer } from './viewer.ts';

export function photoViewer(host: HTMLElement): void {
  const figures = parts(host, 'figure[id]');
  let coming: Promise<Viewer> | undefined;
  const load = (): Promise<Viewer> => {
    coming ??= viewerOf(host, figures);
    return coming;
  };
  // The module is on its way before the press ends.
  for (const sign of ['pointerenter', 'focusin'])
    host.addEventListener(sign, () => void load().catch(() => {}));

  host.addEventListener('click', event => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('figure[id] > a');
    // Whoever asks for another tab or for the file gets it.
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    load().then(
      viewer => viewer.open(figures.indexOf(link.parentElement!)),
      () => location.assign(link.href),
    );
  });

  /*
   * The viewer writes the photograph that it shows into the address, and takes it out when it closes; so an address that
   * names one was taken from a viewer (or is the page loaded anew under it), and leads back into it. Nothing else on the
   * portal links there. Without this code the browser goes to the photograph in the list.
   */
  const follow = async (): Promise<void> => {
    const named = figures.findIndex(({ id }) => location.hash === `#${id}`);
    if (named !== -1 || coming) (await load()).follow(named);
  };
  addEventListener('hashchange', () => void follow().catch(() => {}));
  void follow().catch(() => {});
}

/** Fails when a part of it does not come. */
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
