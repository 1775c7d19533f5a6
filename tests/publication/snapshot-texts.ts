// Snapshots as commands write them, for tests that tell one from another by what pages show of it.
import type { SnapshotName } from '../../src/snapshots/snapshot-place.ts';

/** Of 20 May 2014 at `mark` hours in Shanghai. Its highest temperature and its votes are `mark`, too. */
export function snapshotText(name: SnapshotName, mark: number): string {
  return JSON.stringify({ date: `2014-05-20T${mark}:00:00+08:00`, ...FACTS[name](mark) });
}

const FACTS: Readonly<Record<SnapshotName, (mark: number) => object>> = {
  weather: mark => ({
    source: 'Météo',
    cities: [
      {
        slug: 'beijing',
        name: 'Beijing',
        days: [
          { day: '2014-05-20', sky: 'clear', high: mark, low: 5 },
          { day: '2014-05-21', sky: 'rain', high: mark, low: 5 },
        ],
      },
    ],
  }),
  'most-read': () => ({ addresses: ['/chine/2014/05/20/port.html'] }),
  proof: mark => ({ pages: mark, files: mark, rules: [] }),
  'poll-totals': mark => ({ votes: { transport: { oui: mark, non: 0 } } }),
};
