// A picture at twice its size, which the reader moves about in its frame. Two fingers do it too, by the browser's own means.

export interface Zoom {
  /** Whether the picture is larger than its frame, by this or by two fingers. */
  isIn(): boolean;
  out(): void;
  /** Moves the picture about by an arrow key; false: the key is none. */
  pan(key: string): boolean;
}

/** In pixels: about what an arrow key scrolls. */
const STEP = 60;

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** The style sheet makes the picture in `frame` twice as large while `dialog` has `data-zoomed`. */
export function makeZoom(dialog: HTMLElement, frame: HTMLElement, button: HTMLButtonElement): Zoom {
  const { dataset } = dialog;
  const zoomed = (): boolean => 'zoomed' in dataset;
  /** Around a point of the frame, which stays where it is. */
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
    // A finger scrolls the frame by itself.
    if (zoomed() && event.pointerType === 'mouse' && event.buttons === 1)
      frame.scrollBy(-event.movementX, -event.movementY);
  });
  // Only while two fingers have made the whole page larger may one move it sideways.
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
