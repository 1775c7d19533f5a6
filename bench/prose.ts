// Random numbers become French sentences like those of a news agency, with the straight apostrophes and plain spaces that editors type.
import { between, oneOf, type Random } from './random.ts';

const SUBJECTS = [
  'Le ministère du Commerce',
  'La commission régionale',
  "L'autorité des transports",
  'Le conseil municipal',
  'La banque centrale',
  "L'institut de statistique",
  "Le comité d'organisation",
  'La délégation officielle',
  "L'association des producteurs",
  'Le groupe industriel',
  'La compagnie ferroviaire',
  "L'agence spatiale",
  'Le port autonome',
  'La fédération sportive',
  "L'université de la capitale",
  'Le musée national',
  'La chambre de commerce',
  "L'équipe de chercheurs",
  'Le syndicat des enseignants',
  'La police routière',
  "L'office de l'eau",
  'Le parc naturel',
  'La préfecture',
  "L'hôpital principal",
  'Le tribunal administratif',
  'La société exploitante',
  "L'observatoire du climat",
  'Le festival de cinéma',
  'La coopérative agricole',
  "L'opérateur du réseau électrique",
] as const;

const VERBS = [
  'annonce',
  'présente',
  'confirme',
  'reporte',
  'approuve',
  'examine',
  'défend',
  'publie',
  'prépare',
  'étudie',
  'retire',
  'prolonge',
  'finance',
  'relance',
  'réduit',
  'étend',
  'précise',
  'suspend',
  'rétablit',
  'encourage',
] as const;

const OBJECTS = [
  'un plan de rénovation des quais',
  'la nouvelle ligne à grande vitesse',
  'les résultats du premier trimestre',
  'un accord de coopération technique',
  "l'ouverture du chantier naval",
  'la réforme des tarifs de base',
  "un programme d'économies d'énergie",
  'le calendrier des examens',
  'la campagne de vaccination',
  "l'enquête sur la qualité de l'air",
  'un projet de ferme solaire',
  'les travaux du barrage amont',
  'la restauration de la bibliothèque',
  "le budget de l'année prochaine",
  "un réseau de stations d'alerte",
  'la carte des zones inondables',
  "l'inventaire des espèces protégées",
  'la sélection pour le tournoi',
  'une mission de sauvetage en montagne',
  'le recensement des terres cultivées',
  'la création de deux crèches',
  "l'achat de trente autobus électriques",
  'le prêt destiné aux petites entreprises',
  'la fermeture du vieux pont',
  'une exposition consacrée aux cartographes',
  "l'extension du marché couvert",
  'le contrôle des barques de pêche',
  'la modernisation du centre de tri',
  "l'échange d'étudiants entre facultés",
  'la baisse des frais de douane',
] as const;

const CIRCUMSTANCES = [
  'après six mois de discussions',
  "avant la fin de l'automne",
  'malgré les réserves des riverains',
  'à la demande des habitants',
  'dans un rapport remis lundi',
  "au terme d'une longue séance",
  'en présence de plusieurs élus',
  "lors d'une conférence de presse",
  "avec l'appui de trois provinces",
  'pour la deuxième fois cette année',
  'selon un communiqué diffusé mardi soir',
  'sans fixer de date précise',
  "au lendemain d'un premier essai",
  'sous la surveillance des experts',
  "à l'issue du vote",
  "en dépit d'un hiver rigoureux",
  'dans les villes du littoral',
  'à quelques jours du sommet',
] as const;

const FOLLOWINGS = [
  "les premiers effets sont attendus d'ici à l'été",
  'la mesure concerne surtout les communes rurales',
  'le détail doit être discuté en commission',
  "l'entrée en vigueur est prévue au printemps",
  'les associations demandent des garanties écrites',
  "le coût final n'est pas encore connu",
  'deux expertises indépendantes ont été commandées',
  "les services de l'État suivront le dossier",
  "aucun incident n'a été signalé",
  'un bilan sera dressé chaque trimestre',
  'le chantier emploiera des ouvriers de la région',
  'les délais seront tenus, assure la direction',
] as const;

const SAYINGS = [
  'Nous avançons sans précipitation',
  "C'est une étape, pas une arrivée",
  "Les chiffres parlent d'eux-mêmes",
  "Il fallait trancher, nous l'avons fait",
  "Rien n'est décidé à ce stade",
  'La sécurité passe avant le calendrier',
  "L'essentiel est d'écouter les habitants",
  'Le plus dur reste à venir',
] as const;

const SPEAKERS = [
  'une porte-parole',
  'le directeur adjoint',
  'un habitant du quartier',
  'la présidente du comité',
  'un responsable du projet',
  'la maire',
  'un chercheur associé',
  'le chef du chantier',
] as const;

const MEASURES = [
  'logements',
  'kilomètres',
  'tonnes',
  'emplois',
  'visiteurs',
  'hectares',
  'élèves',
  'millions de yuans',
] as const;

const HEADINGS = [
  'Un calendrier serré',
  'Ce qui change',
  'Des réactions partagées',
  "L'avis des experts",
  'Les chiffres à retenir',
  'Et maintenant ?',
  'Trois points en suspens',
] as const;

const KEYWORDS = [
  'dès cette semaine',
  'sans frais',
  'à titre provisoire',
  'dans les deux sens',
  'pour la première fois',
] as const;

const OUTSIDE = 'https://exemple.org/documents/rapport';

/** A headline of 30 to 110 characters, without a full stop. */
export function headline(random: Random, place: string): string {
  const subject = oneOf(random, SUBJECTS);
  const matter = `${oneOf(random, VERBS)} ${oneOf(random, OBJECTS)}`;
  const form = random();
  if (form < 0.3) return `${place} : ${lower(subject)} ${matter}`;
  if (form < 0.4) return `« ${oneOf(random, SAYINGS)} » : ${lower(subject)} ${matter}`;
  if (form < 0.45) return `Pourquoi ${lower(subject)} ${matter} ?`;
  return `${subject} ${matter}`;
}

/** The summary of an article, in one or two sentences. */
export function summary(random: Random): string {
  const first = `${oneOf(random, SUBJECTS)} ${oneOf(random, VERBS)} ${oneOf(random, OBJECTS)} ${oneOf(random, CIRCUMSTANCES)}`;
  return random() < 0.5 ? `${first} ; ${oneOf(random, FOLLOWINGS)}.` : `${first}.`;
}

/**
 * The Markdown of an article: `paragraphs` paragraphs of about 450 characters and, in one of five articles, one or two headings.
 * @param earlier the address of an earlier article, to which the text may link; null for the first article.
 */
export function body(random: Random, paragraphs: number, earlier: string | null): string {
  let text = '';
  const headed = random() < 0.2;
  for (let index = 0; index < paragraphs; index++) {
    if (headed && (index === 2 || index === 5)) text += `\n## ${oneOf(random, HEADINGS)}\n`;
    text += `\n${paragraph(random, earlier)}\n`;
  }
  return text;
}

function paragraph(random: Random, earlier: string | null): string {
  let text = sentence(random, earlier);
  while (text.length < 380) text += ` ${sentence(random, earlier)}`;
  return text;
}

function sentence(random: Random, earlier: string | null): string {
  const subject = oneOf(random, SUBJECTS);
  const object = oneOf(random, OBJECTS);
  const form = random();
  if (form < 0.15)
    return `« ${oneOf(random, SAYINGS)} », explique ${oneOf(random, SPEAKERS)}, interrogé ${oneOf(random, CIRCUMSTANCES)}.`;
  if (form < 0.3) return `${subject} ${oneOf(random, VERBS)} ${object} ; ${oneOf(random, FOLLOWINGS)}.`;
  if (form < 0.4)
    return `Le projet porte sur ${between(random, 12, 98_000)} ${oneOf(random, MEASURES)} et coûtera ${between(random, 2, 90)} % de plus que prévu : ${oneOf(random, FOLLOWINGS)}.`;
  if (form < 0.46)
    return `Faut-il y voir un tournant ? ${subject} ne le dit pas, mais ${oneOf(random, FOLLOWINGS)}.`;
  if (form < 0.52)
    return `La mesure s'applique **${oneOf(random, KEYWORDS)}** ${oneOf(random, CIRCUMSTANCES)}, à ${between(random, 7, 22)}h${between(random, 10, 59)}.`;
  if (form < 0.54)
    return `${subject} renvoie à [un rapport](${OUTSIDE}-${between(random, 1, 900)}.html) publié ${oneOf(random, CIRCUMSTANCES)}.`;
  if (form < 0.56 && earlier !== null)
    return `Un [article précédent](${earlier}) en donnait le détail : ${oneOf(random, FOLLOWINGS)}.`;
  return `${subject} ${oneOf(random, VERBS)} ${object} ${oneOf(random, CIRCUMSTANCES)}, et ${oneOf(random, FOLLOWINGS)}.`;
}

/** A subject in the middle of a sentence: `Le port` becomes `le port`. */
function lower(subject: string): string {
  return subject.charAt(0).toLowerCase() + subject.slice(1);
}
