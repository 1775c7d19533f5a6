// Those who hold articles of months that can be brought again, so that all of them let go together.

export interface Holder {
  letGo(): void;
}

/**
 * All who hold articles of the months of one list. They let go together, since some know an article by the object that it was brought as: to
 * them the same article, brought again, is another one.
 */
export interface Holders {
  /** @param brought how many articles were brought for it. */
  add(holder: Holder, brought?: number): void;
  /** For who has done with the months that it asked for, and goes on to others: of a large archive these would all stay. */
  letGoOfMany(): void;
}

/** So many articles take some 10 MB. Most builds never ask for as many. */
const MANY = 25_000;

/** @param most how many articles stay whoever has done with them. */
export function holdersOfMonths(most = MANY): Holders {
  let holders: Holder[] = [];
  let articles = 0;
  return {
    add(holder, brought = 0) {
      holders.push(holder);
      articles += brought;
    },
    letGoOfMany() {
      if (articles <= most) return;
      const all = holders;
      holders = [];
      articles = 0;
      for (const holder of all) holder.letGo();
    },
  };
}
