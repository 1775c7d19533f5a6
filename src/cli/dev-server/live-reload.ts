// Builds become messages to the pages that browsers have open, by which those load themselves again, and say what is wrong.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { PanelReport } from './panel-report.ts';

/** No address of a site begins so. */
const SCRIPT = '/.quotidien/reload.js';
const PANEL = '/.quotidien/panel.js';
const BUILDS = '/.quotidien/builds';

/** Windows that may listen at once: far more than one person looks at. */
const MOST_LISTENERS = 200;

export interface LiveReload {
  /** Answers what pages ask of live reload; false: the target is not one of its own. */
  answer(target: string, response: ServerResponse): boolean;
  /** The page with the script that listens. */
  withScript(html: string): string;
  /** Pages that were loaded before this load themselves again: at once, or as soon as they are in sight. */
  reload(): void;
  /** What pages show over themselves, those too that are opened later; null: all is well. */
  tell(report: PanelReport | null): void;
  /** Ends what is open, so that the server can stop. */
  close(): void;
}

/** A stream of events and no WebSocket: nothing comes in but the request, and the browser itself connects again. */
export function liveReload(): LiveReload {
  const scripts: ReadonlyMap<string, Buffer> = new Map([
    [SCRIPT, readFileSync(join(import.meta.dirname, 'reload-client.js'))],
    [PANEL, readFileSync(join(import.meta.dirname, 'panel-client.js'))],
  ]);
  const listeners = new Set<ServerResponse>();
  // A page of an earlier run is of another build too.
  const run = randomUUID().slice(0, 8);
  let count = 0;
  let told: PanelReport | null = null;
  const build = (): string => `${run}-${count}`;
  const message = (): string => `data: ${build()}\n\n`;
  const report = (): string => `event: problems\ndata: ${JSON.stringify(told)}\n\n`;

  const listen = (response: ServerResponse): void => {
    if (listeners.size >= MOST_LISTENERS) {
      response.writeHead(503).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    if (response.req.method === 'HEAD') {
      response.end();
      return;
    }
    response.write(`retry: 1000\n${message()}${report()}`);
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
  };

  return {
    answer(target, response) {
      const path = target.replace(/[?#].*/s, '');
      const script = scripts.get(path);
      if (path === BUILDS) listen(response);
      else if (script !== undefined) {
        const type = 'text/javascript; charset=utf-8';
        const headers = {
          'Content-Type': type,
          'Content-Length': script.byteLength,
          'Cache-Control': 'no-store',
        };
        response.writeHead(200, headers).end(script);
      } else return false;
      return true;
    },
    withScript(html) {
      const tag = `<script type="module" src="${SCRIPT}?build=${build()}"></script>`;
      const end = html.indexOf('</head>');
      return end === -1 ? html + tag : html.slice(0, end) + tag + html.slice(end);
    },
    reload() {
      count++;
      for (const listener of listeners) listener.write(message());
    },
    tell(next) {
      if (told === null && next === null) return;
      told = next;
      for (const listener of listeners) listener.write(report());
    },
    close() {
      for (const listener of listeners) listener.end();
    },
  };
}
