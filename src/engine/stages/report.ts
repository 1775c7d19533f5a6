// What the build did, in figures.
import { nextChange } from '../../pages/next-change.ts';
import type { Problem } from '../../problem/problem.ts';
import type { Instant } from '../../time/instant.ts';
import type { BuildStart } from '../build-options.ts';
import type { Changes } from '../output/output.ts';
import { firstScheduled } from '../report/absent-articles.ts';
import { nextChangeText } from '../report/next-change-file.ts';
import type { BuildReport } from '../report/report.ts';
import type { Announced } from './announce.ts';
import type { Edited } from './edit.ts';
import type { MadeImages } from './make-images.ts';
import type { OpenMemory } from './open-memory.ts';
import type { Planned } from './plan.ts';
import type { PutFixedPages } from './put-fixed-pages.ts';
import type { ReadContent } from './read-content.ts';
import type { RemovedGone } from './remove-gone.ts';
import type { RenderedArchive } from './render-archive.ts';
import type { FromEleventy } from './render-fixed-pages.ts';

export interface Reported {
  readonly report: BuildReport;
  readonly changes: Changes;
  /** When the clock alone changes the site; null: only an edit does. */
  readonly nextChange: Instant | null;
  /** Of all faulty files, with what became of the articles among them. */
  readonly problems: readonly Problem[];
}

export function reportBuild({
  started,
  output,
  content,
  context,
  plan,
  madeImages,
  files,
  rendered,
  made,
  ownersPages,
  newForeign,
  taken,
  problems,
  staysOnline,
}: BuildStart &
  OpenMemory &
  ReadContent &
  Edited &
  Planned &
  MadeImages &
  Announced &
  RenderedArchive &
  FromEleventy &
  PutFixedPages &
  RemovedGone): Reported {
  const changes = output.changes();
  const total = plan.total + files.length + plan.files.size + ownersPages.length;
  const written = changes.put.length;
  const next = nextChange(context);
  return {
    changes,
    nextChange: next,
    problems: problems.map(problem =>
      staysOnline.has(problem.file) ? { ...problem, staysOnline: staysOnline.get(problem.file)! } : problem,
    ),
    report: {
      articles: context.edition.counts,
      firstScheduled: firstScheduled(context.edition, context.site.timeZone),
      pages: {
        total,
        rendered: rendered + (made?.length ?? 0),
        written,
        unchanged: total - written,
        removed: changes.removed.length,
      },
      images: {
        total: plan.files.size,
        made: madeImages.made,
        decoded: content.decoded + madeImages.decoded,
      },
      ms: Math.round(performance.now() - started),
      maxRssMB: Math.round(process.resourceUsage().maxRSS / 1024),
      nextChange: nextChangeText(next, context.site.timeZone),
      foreign: newForeign.filter(path => !taken.includes(path)),
      taken,
    },
  };
}
