// The French words of `npm run votes`, for owners at a terminal or in the report of their CI.
import { agree, groupDigits } from './numbers.ts';
import { quoting } from './quoting.ts';

/** By the names that `src/votes/ask-votes.ts` gives them. */
const REASONS: Readonly<Record<string, string>> = {
  unreachable: 'le service de participation ne répond pas, ou pas à temps',
  limit: 'le service de participation a été trop souvent interrogé',
  unknown:
    'le service de participation ne connaît pas ce sondage\u00a0: il lit les sondages du site publié, une minute après',
  hidden: 'le service de participation ne montre pas encore les votes',
  refused:
    'le service de participation refuse de répondre\u00a0: vérifiez son adresse (participation, dans _data/site)',
  'not-understood':
    'la réponse n’a pas la forme attendue\u00a0: vérifiez l’adresse du service (participation, dans _data/site)',
  absurd: 'la réponse a des nombres de votes impossibles',
  late: 'le temps accordé était écoulé',
};

const said = (detail: string): string => (detail === '' ? '' : ` (${detail})`);
const votesOf = (count: number): string => `${groupDigits(count)} ${agree(count, 'vote', 'votes')}`;

export const voteWords = quoting({
  counted: (poll: string, votes: number, stamp: string) =>
    `«\u00a0${poll}\u00a0»\u00a0: ${votesOf(votes)}, comptés le ${stamp}.`,
  same: (poll: string, votes: number) => `«\u00a0${poll}\u00a0»\u00a0: ${votesOf(votes)}, comme avant.`,
  fewer: (poll: string, votes: number, before: number) =>
    `«\u00a0${poll}\u00a0»\u00a0: ${votesOf(votes)}, quand il y en avait ${groupDigits(before)}\u00a0: si personne n’en a retiré, la base du service a été perdue ou remplacée.`,
  /** `stamp` is that of the count that stays; null: there is none. */
  failed: (poll: string, reason: string, detail: string, stamp: string | null) =>
    `«\u00a0${poll}\u00a0»\u00a0: ${REASONS[reason]}${said(detail)}\u202f; ${stamp === null ? 'aucun vote n’a encore été compté' : `ce qui a été compté le ${stamp} reste`}.`,
  written: (file: string) => `Votes écrits dans «\u00a0${file}\u00a0».`,
  unchanged: 'Les votes n’ont pas changé\u00a0: rien n’a été écrit.',
  damaged: (file: string) =>
    `Ce qui était compté dans «\u00a0${file}\u00a0» n’était pas lisible\u00a0: seuls comptent _data et ce que le service vient de répondre.`,
  noService:
    'Aucun service ne compte de votes\u00a0: nommez-le dans _data/site, comme «\u00a0participation: https://avis.exemple.fr\u00a0».',
  noPoll: 'Aucun sondage ne montre de votes qui puissent changer\u00a0: rien n’a été demandé.',
  stopped: (stamp: string) =>
    `Le portail est arrêté au ${stamp} (clock, dans _data/site)\u00a0: les votes d’aujourd’hui n’y auraient pas de sens, et rien n’a été demandé.`,
  otherForm: (file: string) =>
    `Les votes sont déjà dans «\u00a0${file}\u00a0», et ne peuvent pas l’être sous deux formes\u00a0: renommez ce fichier en «\u00a0poll-totals.json\u00a0», ou supprimez-le.`,
});
