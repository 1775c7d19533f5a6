// The steps from an empty database to the present tables. A step that was published is never changed: another is added after it.

/** Types that both databases understand: SQLite takes BIGINT as whole numbers, DOUBLE PRECISION as real ones. Instants are in ms. */
export const MIGRATIONS: readonly string[] = [
  `
CREATE TABLE comments (
  id TEXT PRIMARY KEY,
  article TEXT NOT NULL,
  file TEXT NOT NULL,
  title TEXT NOT NULL,
  name TEXT,
  text TEXT NOT NULL,
  links BIGINT NOT NULL,
  sent BIGINT NOT NULL,
  status TEXT NOT NULL,
  decided BIGINT,
  was_approved BIGINT NOT NULL DEFAULT 0,
  fold TEXT NOT NULL,
  copies BIGINT NOT NULL DEFAULT 0,
  UNIQUE (article, fold)
);
CREATE INDEX comments_by_status ON comments (status, sent, id);
CREATE TABLE audit (at BIGINT NOT NULL, who TEXT NOT NULL, act TEXT NOT NULL, comment TEXT NOT NULL);
CREATE INDEX audit_by_time ON audit (at);
CREATE TABLE buckets (name TEXT PRIMARY KEY, tokens DOUBLE PRECISION NOT NULL, at BIGINT NOT NULL);
CREATE INDEX buckets_by_time ON buckets (at);
CREATE TABLE salts (day TEXT PRIMARY KEY, salt TEXT NOT NULL);
CREATE TABLE secrets (name TEXT PRIMARY KEY, secret TEXT NOT NULL);
`,
  `
CREATE TABLE voters (poll TEXT NOT NULL, voter TEXT NOT NULL, PRIMARY KEY (poll, voter));
CREATE TABLE votes (poll TEXT NOT NULL, choice TEXT NOT NULL, votes BIGINT NOT NULL, PRIMARY KEY (poll, choice));
`,
  `
CREATE TABLE sessions (id TEXT PRIMARY KEY, kind TEXT NOT NULL, token TEXT NOT NULL, ends BIGINT NOT NULL);
`,
  `
ALTER TABLE comments ADD COLUMN reply_to TEXT;
`,
  `
ALTER TABLE comments ADD COLUMN previous TEXT;
ALTER TABLE comments ADD COLUMN flagged BIGINT NOT NULL DEFAULT 0;
ALTER TABLE audit ADD COLUMN turn BIGINT NOT NULL DEFAULT 0;
CREATE INDEX audit_by_turn ON audit (turn);
CREATE INDEX audit_by_comment ON audit (comment, at);
CREATE TABLE reports (
  comment TEXT NOT NULL,
  reporter TEXT NOT NULL,
  article TEXT NOT NULL,
  file TEXT NOT NULL,
  title TEXT NOT NULL,
  reason TEXT NOT NULL,
  remark TEXT NOT NULL,
  at BIGINT NOT NULL,
  settled BIGINT,
  PRIMARY KEY (comment, reporter)
);
CREATE INDEX reports_by_state ON reports (settled, at);
`,
  `
CREATE TABLE passkeys (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  public_key TEXT NOT NULL,
  added BIGINT NOT NULL,
  used BIGINT
);
ALTER TABLE sessions ADD COLUMN passkey TEXT;
CREATE TABLE spent (challenge TEXT PRIMARY KEY, ends BIGINT NOT NULL);
CREATE INDEX spent_by_time ON spent (ends);
`,
  `
ALTER TABLE comments ADD COLUMN unproven BIGINT NOT NULL DEFAULT 0;
`,
];
