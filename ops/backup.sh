#!/bin/sh
# Backs up Baton's database into one file.
#
#   backup.sh <database> <file>
#
# database: postgresql://user@host:5432/baton (password in PGPASSWORD or ~/.pgpass; Baton may run),
#           or the file of H2, such as data/baton.mv.db (Baton is stopped).
set -eu

if [ $# -ne 2 ]; then
  echo "usage: backup.sh <postgresql://… | file of H2> <backup file>" >&2
  exit 2
fi
database=$1
backup=$2
if [ -e "$backup" ]; then
  echo "$backup is there already; name another file." >&2
  exit 1
fi
partial=$backup.part
trap 'rm -f "$partial"' EXIT
umask 077

case $database in
postgres://* | postgresql://*)
  pg_dump --format=custom --no-owner --no-privileges --file="$partial" "$database"
  pg_restore --list "$partial" >/dev/null
  ;;
*)
  if [ ! -f "$database" ]; then
    echo "There is no file $database." >&2
    exit 1
  fi
  if [ -r /proc/locks ] && grep -q ":$(stat -c %i "$database") " /proc/locks; then
    echo "Baton has $database open; stop it first." >&2
    exit 1
  fi
  gzip -c "$database" >"$partial"
  gzip -t "$partial"
  ;;
esac
mv "$partial" "$backup"
echo "$backup holds $(wc -c <"$backup") bytes. Keep it on another machine."
