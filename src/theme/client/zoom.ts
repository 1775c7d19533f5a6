// Shows a picture at twice its size, which the reader then scrolls in all directions. Readers can also pinch, which the browser handles.

export interface Zoom {
  /** Whether the picture is larger than its area, through this code or a pinch. */
  isIn(): boolean;
  out(): void;
  /** Scrolls the picture by an arrow key. False: the picture is not zoomed, or `key` is no arrow. */
  pan(key: string): boolean;
}

/** Pixels; browsers scroll by about as much for an arrow key. */
const STEP = 60;

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** The style sheet makes the picture twice as large while `dialog` has `data-zoomed`. */
export function makeZoom(dialog: HTMLElement, frame: HTMLElement, button: HTMLButtonElement): Zoom {
  const { dataset } = dialog;
  const zoomed = (): boolean => 'zoomed' in dataset;
  /** @param x with `y` the point of the visible area (pixels) that does not move while the picture grows. */
  const set = (on: boolean, x: number, y: number): void => {
    if (on) dataset.zoomed = '';
    else delete dataset.zoomed;
    button.setAttribute('aria-pressed', String(on));
    frame.scrollTo(x, y);
  };
  button.addEventListener('click', () => set(!zoomed(), frame.clientWidth / 2, frame.clientHeight / 2));
  frame.addEventListener('dblclick', event => {
    const { left, top } = frame.getBoundingClientRect();
    set(!zoomed(), event.clientX - left, event.clientY - top);
  });
  frame.addEventListener('pointermove', event => {
    // The browser itself scrolls the picture for a finger, but not for a mouse.
    if (zoomed() && event.pointerType === 'mouse' && event.buttons === 1)
      frame.scrollBy(-event.movementX, -event.movementY);
  });
  // The style sheet lets the browser move the page sideways only while a pinch has enlarged it.
  const { visualViewport } = window;
  visualViewport?.addEventListener('resize', () => {
    dialog.classList.toggle('magnified', visualViewport.scale > 1);
  });
  return {
    isIn: () => zoomed() || (visualViewport?.scale ?? 1) > 1,
    out: () => set(false, 0, 0),
    pan(key) {
      const arrow = zoomed() ? ARROWS[key] : undefined;
      if (arrow) frame.scrollBy(...arrow);
      return arrow !== undefined;
    },
  };
}
