// Drags to the side, by a finger, a pen or a mouse, to steps. Without it there are buttons and keys.

export interface Swipe {
  /** Whether a drag may begin now. */
  may(): boolean;
  /** The reader drew what comes next (1) or what was before (-1) into view. */
  step(by: 1 | -1): void;
}

/** Shorter drags are trembling. In pixels. */
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
    // A second finger has come to pinch.
    if (event.isPrimary && event.button === 0 && may()) start = event;
  });
  area.addEventListener('pointermove', event => {
    if (start?.pointerId !== event.pointerId) return;
    const across = event.clientX - start.clientX;
    // From here on it is a drag, which may leave the area and is no click.
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
  // A browser would carry the picture away instead.
  area.addEventListener('dragstart', event => event.preventDefault());
}
