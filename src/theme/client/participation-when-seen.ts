// Fetches what sends comments and votes in place once a reader comes near a form. Without it, and until then, the form works by itself.

type Participation = typeof import('./participation.ts');

/** How far below the window a form counts as near. */
const NEAR = '50%';

export function participationWhenSeen(form: HTMLFormElement, act: (module: Participation) => void): void {
  const script = document.documentElement.dataset.participation;
  if (!script) return;
  const observer = new IntersectionObserver(
    entries => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      (import(script) as Promise<Participation>).then(act, () => {});
    },
    { rootMargin: NEAR },
  );
  observer.observe(form);
}
