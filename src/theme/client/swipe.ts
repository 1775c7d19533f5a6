// Horizontal drags, by a finger, a pen or a mouse, become steps to the next or previous photograph.

export interface Swipe {
  /** Whether a drag may begin now. */
  may(): boolean;
  /** The reader dragged towards the next (1) or the previous (-1) photograph. */
  step(by: 1 | -1): void;
}

/** Pixels. A shorter drag is no step, since a hand may tremble. */
const SHORTEST = 50;

export function onSwipe(area: HTMLElement, { may, step }: Swipe): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  let start: PointerEvent | null = null;
  const end = (): void => {
    start = null;
    area.style.translate = '';
  };
  area.addEventListener('pointerdown', event => {
    end();
    // A second finger, which is not primary, means a pinch: it ends the drag.
    if (event.isPrimary && event.button === 0 && may()) start = event;
  });
  area.addEventListener('pointermove', event => {
    if (start?.pointerId !== event.pointerId) return;
    const across = event.clientX - start.clientX;
    // Beyond this distance it is a drag and no click. The area then follows the pointer outside its bounds, too.
    if (Math.abs(across) > SHORTEST / 5) area.setPointerCapture(event.pointerId);
    if (!calm.matches) area.style.translate = `${across}px`;
  });
  area.addEventListener('pointerup', event => {
    if (start?.pointerId !== event.pointerId) return;
    const across = event.clientX - start.clientX;
    end();
    if (Math.abs(across) >= SHORTEST) step(across < 0 ? 1 : -1);
  });
  area.addEventListener('pointercancel', end);
  // Otherwise the browser starts its own drag and drop of the image.
  area.addEventListener('dragstart', event => event.preventDefault());
}
