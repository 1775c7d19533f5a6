// Buttons that copy the page's address, and that open the device's share dialog. Without JavaScript the share links beside them work.
import { part } from './element.ts';

const STATUS_MS = 4000;

export function shareLinks(host: HTMLElement): void {
  const url = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
  const status = part(host, '[role=status]');
  const copy = part(host, 'button.copy');
  // Browsers have no `navigator.clipboard` in pages that came over an insecure connection.
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
    // The promise rejects when the reader cancels the dialog.
    navigator.share({ title: document.title, url }).catch(() => {});
  });
}
