// Places on whose country states and the United Nations do not agree: maps show them and name no country.
import type { PlaceTable } from './place-table.ts';

/** Unicode’s code for an unknown country (UTS 35, « Unknown or Invalid Region »). */
export const NO_COUNTRY = 'ZZ';

export const CONTESTED: PlaceTable = {
  [NO_COUNTRY]: [
    ['Dakhla', 23.69, -15.93],
    ['Jérusalem', 31.78, 35.22, 'Jerusalem'],
    ['Laâyoune', 27.15, -13.2, 'El Aaiún', 'Laayoune'],
    ['Sébastopol', 44.6, 33.53, 'Sevastopol'],
    ['Simferopol', 44.95, 34.1],
  ],
};
