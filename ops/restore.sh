#!/bin/sh
# Restores Baton's database from a file that backup.sh wrote; Baton is stopped.
#
#   restore.sh <file> <database>
#
# database: as for backup.sh. What it held before is replaced: in PostgreSQL in one transaction, of
#           H2 the file is kept beside it as <file>.before-restore.
set -eu

if [ $# -ne 2 ]; then
  echo "usage: restore.sh <backup file> <postgresql://… | file of H2>" >&2
  exit 2
fi
backup=$1
database=$2
if [ ! -f "$backup" ]; then
  echo "There is no file $backup." >&2
  exit 1
fi

case $database in
postgres://* | postgresql://*)
  pg_restore --list "$backup" >/dev/null
  others=$(psql --no-psqlrc --tuples-only --no-align --dbname="$database" --command="select count(*)
    from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
      and backend_type = 'client backend'")
  if [ "$others" -gt 0 ]; then
    echo "$others connections use the database; stop Baton on every node first." >&2
    exit 1
  fi
  # whole before anything is dropped
  statements=$(mktemp)
  trap 'rm -f "$statements"' EXIT
  # what a later release added goes too, or its upgrade would find it there
  echo 'drop schema public cascade; create schema public;' >"$statements"
  pg_restore --no-owner --no-privileges --schema=public --file=- "$backup" >>"$statements"
  PGOPTIONS='--client-min-messages=warning' psql --no-psqlrc --quiet --single-transaction \
    --set=ON_ERROR_STOP=1 --dbname="$database" --file="$statements" >/dev/null
  ;;
*)
  gzip -t "$backup"
  if [ -f "$database" ]; then
    if [ -r /proc/locks ] && grep -q ":$(stat -c %i "$database") " /proc/locks; then
      echo "Baton has $database open; stop it first." >&2
      exit 1
    fi
    mv "$database" "$database.before-restore"
  fi
  mkdir -p "$(dirname "$database")"
  gzip -dc "$backup" >"$database"
  ;;
esac
echo "$database is as it was when $backup was written. Start Baton."
