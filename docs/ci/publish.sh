#!/bin/sh
# Publishes the site from a machine with cron: what was pushed, and what the clock or a snapshot changes. Ends in seconds where nothing is due. A line of crontab:
#
#   */5 * * * * set -a; . /etc/quotidien.env; exec /srv/quotidien.sh
#
# /etc/quotidien.env (mode 600) has lines like TARGET=s3://bucket/site. Needed: REPOSITORY (an address for `git fetch`) and TARGET. Possible: BRANCH
# (main), FOLDER (where to work), STATE, PURGE, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and what docs/purge.md names.
set -eu

: "${REPOSITORY:?}" "${TARGET:?}"
mkdir -p "${FOLDER:=$HOME/quotidien}"
cd "$FOLDER"
git init --quiet

# The last run may not be over.
exec 9> .git/publish.lock
flock --nonblock 9 || exit 0

# Neither history nor articles are fetched: a publication asks for the few that it does not know.
git config remote.origin.url "$REPOSITORY"
git sparse-checkout set --no-cone '/*' '!/content/'
git fetch --quiet --depth 1 --filter=blob:none origin "${BRANCH:-main}"
git checkout --quiet --force --detach FETCH_HEAD

# Packages are installed again only where others are asked for.
if ! cmp -s package-lock.json .git/installed-packages; then
  npm ci --loglevel=error --no-update-notifier > /dev/null
  cp package-lock.json .git/installed-packages
fi

set -- --to "$TARGET" ${STATE:+--state "$STATE"} --quiet ${PURGE:+--purge "$PURGE"}
npm run --silent publish -- "$@" --from git --if-due
npm run --silent refresh -- "$@"
