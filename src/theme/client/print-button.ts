// A button that prints the page. Without it, the browser's own command does.

export function printButton(host: HTMLElement): void {
  host.addEventListener('click', event => {
    if ((event.target as Element).closest('button')) print();
  });
}
