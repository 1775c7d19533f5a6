// All articles to everything that the pages list: fronts, archives, neighbours, related articles, furniture.
import { readFileSync } from 'node:fs';

export const read = name => JSON.parse(readFileSync(new URL(`./_data/${name}.json`, import.meta.url), 'utf8'));
const OFFSET = 8 * 3_600_000;
const HOUR = 3_600_000;

export function makePortal(items) {
  const news = items.toSorted((a, b) => b.date - a.date);
  const dayOf = new Map(news.map(item => [item, new Date(item.date.getTime() + OFFSET).toISOString().slice(0, 10)]));
  const sectionData = read('sections');
  const bySection = group(news, item => [item.data.section]);
  const byTopic = group(news, item => item.data.topics);
  const byDossier = group(news, item => item.data.dossiers ?? []);
  const byPeriod = length => list => group(list, item => [dayOf.get(item).slice(0, length)]);

  const sectionsOf = list => {
    const here = group(list, item => [item.data.section]);
    return sectionData.filter(({ slug }) => here.has(slug)).map(section => ({ section, articles: here.get(section.slug) }));
  };
  const monthsOf = list => counted(byPeriod(7)(list));
  const daysOf = list => [...byPeriod(10)(list)].map(([day, articles]) => ({ day, articles, count: articles.length, lead: leadOf(articles) }));

  const sections = sectionData.map(section => {
    const articles = bySection.get(section.slug) ?? [];
    return { section, articles: articles.slice(0, 24), days: daysOf(articles.slice(24, 100)), months: monthsOf(articles) };
  });
  const sectionMonths = sectionData.flatMap(section =>
    withNeighbours([...byPeriod(7)(bySection.get(section.slug) ?? [])].map(([period, articles]) => ({ period, section, days: daysOf(articles) }))),
  );
  const years = withNeighbours([...byPeriod(4)(news)].map(([period, articles]) => ({ period, count: articles.length, months: monthsOf(articles) })));
  const months = withNeighbours([...byPeriod(7)(news)].map(([period, articles]) => ({ period, days: daysOf(articles) })));
  const days = withNeighbours([...byPeriod(10)(news)].map(([period, articles]) => ({ period, sections: sectionsOf(articles) })));
  const topicPages = read('topicList')
    .filter(({ slug }) => byTopic.has(slug))
    .map(topic => ({ topic, count: byTopic.get(topic.slug).length, articles: byTopic.get(topic.slug).slice(0, 60) }));
  const dossierPages = read('dossierList').map(dossier => {
    const articles = byDossier.get(dossier.slug) ?? [];
    const lead = leadOf(articles);
    const { dossierLength } = read('portal');
    const latest = articles.slice(0, dossierLength);
    const listed = lead ? [lead, ...latest] : [];
    // A dossier of more has pages of its years. Ours divides years of more as well, which this bench has none of.
    const years = articles.length > dossierLength ? [...byPeriod(4)(articles)] : [];
    const parts = withNeighbours(years.map(([period, articles]) => ({ period, dossier, count: articles.length, days: daysOf(articles) })));
    const older = parts.length > 0 ? dayOf.get(articles[dossierLength]).slice(0, 4) : undefined;
    return { dossier, count: articles.length, newest: articles[0], lead, days: articles.length > 1 ? daysOf(latest) : [], listed, parts, older };
  });
  const dossierYears = dossierPages.flatMap(({ parts }) => parts);
  return {
    news,
    sections,
    sectionMonths,
    years,
    months,
    days,
    topicPages,
    dossierPages,
    dossierYears,
    home: homeOf(news, sections),
    furniture: furnitureOf(news),
    places: placesOf(news, bySection),
  };
}

function group(list, keysOf) {
  const groups = new Map();
  for (const item of list) {
    for (const key of keysOf(item)) {
      const known = groups.get(key);
      if (known) known.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

const counted = groups => [...groups].map(([period, articles]) => ({ period, count: articles.length }));

const priorityOf = item => item.data.priority ?? 0;

function leadOf(articles) {
  let lead = articles[0];
  for (const item of articles) if (priorityOf(item) > priorityOf(lead)) lead = item;
  return lead;
}

/** What leads the home page, then the newest of the rest, then the newest of each section that are not shown yet. */
function homeOf(news, sections) {
  const opening = openingOf(news);
  const shown = new Set(opening);
  const wire = firstOf(news, shown, 7);
  for (const item of wire) shown.add(item);
  const columns = sections
    .map(({ section, articles }) => ({ section, articles: firstOf(articles, shown, 5) }))
    .filter(({ articles }) => articles.length > 0);
  const listed = [...opening, ...wire, ...columns.flatMap(({ articles }) => articles)];
  return { opening, wire, rows: rowsOf(columns), listed };
}

/** In rows of three, two and one, then again; two that are left are no rows of one. */
function rowsOf(columns) {
  const rows = [];
  for (let at = 0; at < columns.length; at += rows.at(-1).length) {
    const turn = [3, 2, 1][rows.length % 3];
    rows.push(columns.slice(at, at + (turn === 1 && columns.length - at === 2 ? 2 : turn)));
  }
  return rows;
}

/** A section's newest 24 are enough to find its first five: at most twelve are shown above. */
function firstOf(list, without, count) {
  const first = [];
  for (const item of list) {
    if (first.length === count) break;
    if (!without.has(item)) first.push(item);
  }
  return first;
}

function openingOf(news) {
  const recent = news.filter(item => item.date > news[0].date.getTime() - 36 * HOUR);
  const opening = recent.toSorted((a, b) => priorityOf(b) - priorityOf(a)).slice(0, 5);
  return [...opening, ...firstOf(news, new Set(opening), 5 - opening.length)];
}

function withNeighbours(pages) {
  return pages.map((page, index) => {
    // A section's months stand beside its own only; this function is called for one section at a time.
    return { ...page, newer: pages[index - 1]?.period, older: pages[index + 1]?.period };
  });
}

function furnitureOf(news) {
  const { clock } = read('portal');
  const now = Date.parse(clock);
  const flashes = news
    .filter(({ data }) => data.flash)
    .map(item => ({
      item,
      text: item.data.flash.text ?? item.data.title,
      until: item.data.flash.until ? new Date(item.data.flash.until).getTime() : item.date.getTime() + 24 * HOUR,
    }))
    .filter(({ until }) => until > now);
  const mostRead = read('mostRead');
  const byUrl = new Map(news.slice(0, 500).map(item => [item.url, item]));
  return {
    flashes,
    picks: news.filter(({ data }) => data.pick).slice(0, 6),
    mostRead: { date: mostRead.date, articles: mostRead.addresses.map(url => byUrl.get(url)).filter(Boolean).slice(0, 8) },
    dossiers: read('dossierList').filter(({ running }) => running),
    /** The thirty newest articles carry the furniture. */
    carriers: new Set(news.slice(0, 30).map(({ url }) => url)),
  };
}

/** The neighbours of each article in its section, and up to four earlier articles of its topics, the rarest topic first. */
function placesOf(news, bySection) {
  const places = new Map(news.map(item => [item.url, { newer: null, older: null, related: [] }]));
  for (const articles of bySection.values()) {
    articles.forEach((item, index) => {
      const place = places.get(item.url);
      place.newer = articles[index - 1];
      place.older = articles[index + 1];
    });
  }
  const before = new Map();
  for (const item of news.toReversed()) {
    const lists = item.data.topics.map(topic => {
      if (!before.has(topic)) before.set(topic, []);
      return before.get(topic);
    });
    const related = new Set();
    for (const list of lists.toSorted((a, b) => a.length - b.length)) {
      for (let at = list.length - 1; at >= 0 && related.size < 4; at--) related.add(list[at]);
    }
    places.get(item.url).related = [...related];
    for (const list of lists) list.push(item);
  }
  return places;
}
