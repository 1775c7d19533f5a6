// A mini-site on which random edits can be played.
import { type MiniSite, miniSite } from '../mini-site.ts';
import { editedArticles } from './article-edits.ts';
import { commentPlayer } from './comment-edits.ts';
import { editedData } from './data-edits.ts';
import { editorialPagePlayer } from './editorial-page-edits.ts';
import { NOWS } from './few-values.ts';
import type { Edit } from './histories.ts';
import { mediaPlayer } from './media-edits.ts';
import { type OutputPlayer, outputPlayer } from './output-edits.ts';
import { themePlayer } from './theme-edits.ts';

export interface EditedSite {
  readonly site: MiniSite;
  /** The instant of the next build; null: that of the site's own clock. */
  readonly now: string | null;
  readonly output: Omit<OutputPlayer, 'play'>;
  play(edit: Edit): void;
}

type Players = { readonly [E in Edit as E['of']]: (edit: E['edit']) => void };

export function editedSite(): EditedSite {
  const site = miniSite();
  const articles = editedArticles(site);
  const data = editedData(site, articles);
  const output = outputPlayer(site);
  let now = NOWS[0]!;
  const players: Players = {
    articles: articles.play,
    comments: commentPlayer(site, articles),
    pages: editorialPagePlayer(site),
    media: mediaPlayer(site),
    data: data.play,
    theme: themePlayer(site),
    output: output.play,
    clock: instant => {
      now = instant;
    },
  };
  return {
    site,
    output,
    get now() {
      return data.clock === null ? `${now}:00+08:00` : null;
    },
    play: ({ of, edit }) => (players[of] as (edit: Edit['edit']) => void)(edit),
  };
}
