// Buttons to copy the page's address and to pass it on as the device does. Without it, the links beside them remain.
import { part } from './element.ts';

const STATUS_MS = 4000;

export function shareLinks(host: HTMLElement): void {
  const url = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
  const status = part(host, '[role=status]');
  const copy = part(host, 'button.copy');
  // Browsers give the clipboard to pages that came over a safe connection, and no others.
  if (copy && !navigator.clipboard) copy.hidden = true;
  copy?.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(url);
    } catch {
      return;
    }
    if (!status) return;
    status.textContent = copy.dataset.copied ?? '';
    setTimeout(() => {
      status.textContent = '';
    }, STATUS_MS);
  });

  const native = part(host, 'button.native');
  if (!native || !('share' in navigator)) return;
  native.hidden = false;
  native.addEventListener('click', () => {
    // Refused when the reader thinks better of it.
    navigator.share({ title: document.title, url }).catch(() => {});
  });
}
