#!/bin/sh
# Builds a commit twice, each time in a fresh clone, and compares what comes out, byte by byte.
#
#   rebuild.sh [<commit or tag> [<folder>]]   by default HEAD; the folder gets jar and archive of the first build
#
# Needs what the build needs: a JDK 17, Maven, and the repository of its libraries.
set -eu
cd "$(dirname "$0")/.."

commit=$(git rev-parse "${1:-HEAD}^{commit}")
folder=${2:-target}
project=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for build in first second; do
  git clone --quiet --shared --no-checkout "$project" "$work/$build"
  cd "$work/$build"
  git checkout --quiet "$commit"
  mvn -B -q -ntp package -DskipTests -Dcyclonedx.skip=false
  ops/archive.sh >/dev/null
  (cd target && sha256sum baton-*.jar baton-*-linux-*.tar.gz) | tee "$work/$build.sums"
done
cmp "$work/first.sums" "$work/second.sums"
cd "$project"
mkdir -p "$folder"
cp "$work"/first/target/baton-*.jar "$work"/first/target/baton-*-linux-*.tar.gz "$folder"
echo "Both builds of $commit are the same; they are in $folder."
