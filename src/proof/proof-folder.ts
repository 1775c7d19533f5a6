// Where, in the cache, a proof keeps what it fetched: of a published site for as long as it is read, of other sites what they said.
export const PROOF_FOLDER = 'proof';
