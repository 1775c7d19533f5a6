// Runs in every page that `npm run dev` serves: loads the page again when a build has changed the site, and says what keeps one from it.

/** The build that this page is of; the server names each one, and begins anew when it is started again. */
const shown = new URL(import.meta.url).searchParams.get('build');

/** Milliseconds until the server is looked for again, when the browser has given up. */
const PATIENCE = 2_000;

/** @type {EventSource | null} */
let builds = null;

/** What shows problems, fetched when there is one. */
let panel = null;

async function tell(report) {
  if (report === null && panel === null) return;
  panel ??= import('/.quotidien/panel.js');
  (await panel).showReport(report);
}

/** Only pages in sight listen: browsers keep six connections to one server, and a seventh window would wait for ever. */
function listen() {
  if (document.hidden || builds !== null) return;
  builds = new EventSource('/.quotidien/builds');
  builds.onmessage = ({ data }) => {
    if (data !== shown) location.reload();
  };
  builds.addEventListener('problems', ({ data }) => tell(JSON.parse(data)));
  builds.onerror = () => {
    if (builds?.readyState !== EventSource.CLOSED) return;
    builds = null;
    setTimeout(listen, PATIENCE);
  };
}

function leave() {
  builds?.close();
  builds = null;
}

document.addEventListener('visibilitychange', () => (document.hidden ? leave() : listen()));
addEventListener('pagehide', leave);
addEventListener('pageshow', listen);
listen();
