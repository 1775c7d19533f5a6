// The French words of `npm run weather`, for owners at a terminal or in the report of their CI.
import { agree, groupDigits } from './numbers.ts';
import { quoting } from './quoting.ts';

/** By the names that `src/weather/provider.ts` gives them. */
const REASONS: Readonly<Record<string, string>> = {
  unreachable: 'le service ne répond pas, ou pas à temps',
  limit: 'le service a été trop souvent interrogé',
  refused:
    'le service refuse de répondre\u00a0: vérifiez la clé (OPEN_METEO_API_KEY) ou le contact (weatherContact)',
  'bad-request':
    'le service ne comprend pas la demande\u00a0: vérifiez les coordonnées et le fuseau de la ville',
  'not-understood': 'la réponse n’a pas la forme attendue',
  missing: 'la réponse ne parle pas de cette ville',
  absurd: 'la réponse a des valeurs impossibles',
  zone: 'la réponse est à l’heure d’un autre fuseau',
  'no-today': 'la réponse ne parle pas d’aujourd’hui',
  late: 'le temps accordé était écoulé',
};

const said = (detail: string): string => (detail === '' ? '' : ` (${detail})`);

export const weatherWords = quoting({
  taken: (city: string, stamp: string) => `${city}\u00a0: relevé du ${stamp}.`,
  recent: (city: string, stamp: string) =>
    `${city}\u00a0: le relevé du ${stamp} est récent, et n’a pas été redemandé.`,
  /** `stamp` is that of the reading that stays; null: there is none. */
  failed: (city: string, reason: string, detail: string, stamp: string | null) =>
    `${city}\u00a0: ${REASONS[reason]}${said(detail)}\u202f; ${stamp === null ? 'aucun relevé plus ancien n’est là, et la ville n’est pas montrée' : `le relevé du ${stamp} reste`}.`,
  written: (place: string, count: number) =>
    `Météo écrite dans «\u00a0${place}\u00a0»\u00a0: ${groupDigits(count)} ${agree(count, 'ville', 'villes')}.`,
  unchanged: 'La météo n’a pas changé\u00a0: rien n’a été écrit.',
  damaged: (place: string) =>
    `Le relevé qui était dans «\u00a0${place}\u00a0» n’était pas lisible\u00a0: ses villes ont été demandées à nouveau.`,
  deprecated: (source: string) =>
    `${source} annonce la fin du service qui est interrogé\u00a0: mettez Quotidien à jour.`,
  noCity:
    'Aucune ville n’est à relever\u00a0: nommez-les dans _data/site, sous «\u00a0weatherCities\u00a0», comme «\u00a0- { slug: paris, name: Paris }\u00a0».',
  stopped: (stamp: string) =>
    `Le portail est arrêté au ${stamp} (clock, dans _data/site)\u00a0: le temps d’aujourd’hui n’y aurait pas de sens, et rien n’a été demandé.`,
  otherForm: (file: string) =>
    `La météo est déjà dans «\u00a0${file}\u00a0», et ne peut pas l’être sous deux formes\u00a0: renommez ce fichier en «\u00a0weather.json\u00a0», ou supprimez-le.`,
});
