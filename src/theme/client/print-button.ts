// Prints the page at the press of a button. Without JavaScript the browser's own command prints it.

export function printButton(host: HTMLElement): void {
  host.addEventListener('click', event => {
    if ((event.target as Element).closest('button')) print();
  });
}
