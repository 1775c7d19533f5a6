// Sends comments and votes without leaving the page: what was typed stays when the network fails. Fetched when a reader comes near a form.
import { part } from './element.ts';
import { store, stored } from './storage.ts';
import { solve, type Work } from './work.ts';

/** The service's answer, or null: it gave none that can be read. */
type Answer = {
  readonly ok: boolean;
  readonly reason?: string;
  readonly message?: string;
  readonly token?: string;
  readonly challenge?: string;
  /** Per choice, how many, and whole percentages that add up. */
  readonly votes?: Readonly<Record<string, number>> | null;
  readonly percents?: Readonly<Record<string, number>>;
} | null;

/** In milliseconds; a service that takes longer is taken for gone. */
const PATIENCE = 15_000;

export function commentsInPlace(host: HTMLElement, form: HTMLFormElement): void {
  const text = part<HTMLTextAreaElement>(form, 'textarea')!;
  const began = Date.now();
  const key = `comment ${location.pathname}`;
  const keep = (): void => store(key, text.value || null, 'sessionStorage');
  if (text.value === '') {
    text.value = stored(key, 'sessionStorage') ?? '';
    text.dispatchEvent(new Event('input'));
  }
  text.addEventListener('input', keep);
  // While the reader writes: nobody waits for it.
  let work: Promise<string | null> | null = null;
  text.addEventListener('input', () => {
    if (text.value !== '') work ??= workFor(form);
  });
  sendInPlace(
    host,
    form,
    async body => {
      body.set('waited', String(Date.now() - began));
      const done = await (work ?? workFor(form));
      // It counts once, whatever becomes of it.
      work = null;
      if (done !== null) body.set('work', done);
    },
    answer => {
      if (!answer?.ok) return false;
      form.reset();
      // The service knows what it has thanked for: the same again would be counted with it.
      keep();
      form.dispatchEvent(new Event('change'));
      text.dispatchEvent(new Event('input'));
      return true;
    },
  );
}

/** null: the service asks for no work, or it can't be done here. Then the form is sent without. */
async function workFor(form: HTMLFormElement): Promise<string | null> {
  const article = part<HTMLInputElement>(form, '[name=article]')!.value;
  const asked = await ask(`${form.action}/calcul?article=${encodeURIComponent(article)}`);
  if (!asked?.challenge) return null;
  return await new Promise(resolve => {
    // This very file, which knows below that it is in a worker.
    const worker = new Worker(import.meta.url, { type: 'module' });
    worker.onmessage = ({ data }) => {
      worker.terminate();
      resolve(`${asked.challenge}:${data}`);
    };
    worker.onerror = () => resolve(null);
    worker.postMessage(asked);
  });
}

if (!globalThis.document) addEventListener('message', ({ data }) => postMessage(String(solve(data as Work))));

export function votesInPlace(host: HTMLElement, form: HTMLFormElement): void {
  const key = `vote ${form.action}`;
  const show = (answer: Answer): void => {
    if (answer?.votes) form.replaceWith(answers(host, form, answer));
  };
  const token = stored(key);
  if (token !== null) void ask(`${form.action}votes.json?token=${token}`).then(show);
  sendInPlace(
    host,
    form,
    body => token !== null && body.set('token', token),
    answer => {
      if (answer?.token) store(key, answer.token);
      if (answer?.reason === 'known-vote') void ask(`${form.action}votes.json`).then(show);
      if (!answer?.ok) return false;
      show(answer);
      return true;
    },
  );
}

/** @param finish whether the answer is a good one. */
function sendInPlace(
  host: HTMLElement,
  form: HTMLFormElement,
  complete: (body: URLSearchParams) => unknown,
  finish: (answer: Answer) => boolean,
): void {
  const button = part<HTMLButtonElement>(form, '[type=submit]')!;
  const status = document.createElement('p');
  status.className = 'note';
  status.setAttribute('role', 'status');
  form.after(status);
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
    button.disabled = true;
    status.textContent = '';
    await complete(body);
    const answer = await ask(form.action, body);
    button.disabled = false;
    const { thanks = '', failed = '' } = host.dataset;
    status.textContent = finish(answer) ? thanks : (answer?.message ?? failed);
  });
}

async function ask(address: string, body?: URLSearchParams): Promise<Answer> {
  try {
    const response = await fetch(address, {
      // Neither header makes the browser ask for leave before (Fetch, « CORS-safelisted request-header »).
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(PATIENCE),
      ...(body && { method: 'POST', body }),
    });
    return await response.json();
  } catch {
    return null;
  }
}

/** As `partials/poll.njk` shows them. */
function answers(
  { dataset }: HTMLElement,
  form: HTMLFormElement,
  { votes, percents }: NonNullable<Answer>,
): HTMLElement {
  form.parentElement!.parentElement!.querySelector('.answers')?.remove();
  const choices = [...form.querySelectorAll<HTMLInputElement>('[name=choice]')];
  const list = document.createElement('ul');
  list.className = 'answers';
  list.append(
    ...choices.map(choice => {
      const count = votes?.[choice.value] ?? 0;
      const share = percents?.[choice.value] ?? 0;
      const line = document.createElement('li');
      const [name, figures, percent] = ['choice', 'figures', ''].map(className => {
        const piece = document.createElement(className ? 'span' : 'strong');
        piece.className = className;
        return piece;
      });
      name!.textContent = choice.parentElement!.textContent.trim();
      percent!.textContent = `${share}\u00a0%`;
      const number = count.toLocaleString(document.documentElement.lang);
      figures!.append(percent!, ` (${number}\u00a0${count > 1 ? dataset.many : dataset.one})`);
      const bar = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      const filled = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
      bar.setAttribute('class', 'bar');
      bar.setAttribute('aria-hidden', 'true');
      filled.setAttribute('width', `${share}%`);
      filled.setAttribute('height', '100%');
      bar.append(filled);
      line.append(name!, ' ', figures!, bar);
      return line;
    }),
  );
  return list;
}
