// Of the cache: a memory and a waiting place for each place of publication.
export const PUBLICATIONS_FOLDER = 'publications';
