#!/bin/sh
# Makes an image of Baton in the OCI layout from the archive that archive.sh wrote: no daemon, no base image.
#
#   image.sh [<archive> [<folder>]]    by default target/baton-*-linux-*.tar.gz, into its folder
#
# It holds the archive below /opt/baton, the C library of this machine, a user and nothing else: no shell. For
# "podman load", "skopeo copy oci-archive:…", "ctr images import", "docker load". The same archive on the same
# machine makes the same bytes.
set -eu
cd "$(dirname "$0")/.."

archive=${1:-$(ls target/baton-*-linux-*.tar.gz)}
folder=${2:-$(dirname "$archive")}
name=$(basename "$archive" .tar.gz)
version=$(echo "$name" | sed -E 's/^baton-(.*)-linux-.*/\1/')
case $(uname -m) in
x86_64) architecture=amd64 ;;
aarch64) architecture=arm64 ;;
*) architecture=$(uname -m) ;;
esac
created=$(date --utc --date=@"${SOURCE_DATE_EPOCH:-0}" +%Y-%m-%dT%H:%M:%SZ)
user=10001
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
layout=$work/layout
mkdir -p "$root/opt" "$root/etc" "$root/data" "$root/tmp" "$root/proc" "$root/dev" "$layout/blobs/sha256"

tar --extract --gzip --file="$archive" --directory="$root/opt"
mv "$root/opt/baton-$version" "$root/opt/baton"
# The programs ask for their loader by its path; what it loads lies where it looks first.
for library in $(ops/libraries.sh "$root/opt/baton/runtime"); do
  case $library in
  */ld-linux*) target=$root$library ;;
  *) target=$root/lib/$(basename "$library") ;;
  esac
  if [ ! -e "$root/opt/baton/runtime/lib/$(basename "$library")" ]; then
    mkdir -p "$(dirname "$target")"
    cp -L "$library" "$target"
  fi
done
printf 'root:x:0:0::/:/none\nbaton:x:%s:%s::/data:/none\n' $user $user >"$root/etc/passwd"
printf 'root:x:0:\nbaton:x:%s:\n' $user >"$root/etc/group"
echo 'hosts: files dns' >"$root/etc/nsswitch.conf"

# Puts a file under its hash and prints what names it: type, hash, size.
blob() {
  hash=$(sha256sum "$1" | cut -d' ' -f1)
  size=$(wc -c <"$1")
  mv "$1" "$layout/blobs/sha256/$hash"
  printf '{"mediaType":"%s","digest":"sha256:%s","size":%s' "$2" "$hash" "$size"
}

tar --create --sort=name --owner=0 --group=0 --numeric-owner --mtime=@"${SOURCE_DATE_EPOCH:-0}" \
  --exclude=./data --exclude=./tmp --file="$work/layer.tar" --directory="$root" .
chmod 1777 "$root/tmp"
tar --append --owner=0 --group=0 --numeric-owner --mtime=@"${SOURCE_DATE_EPOCH:-0}" \
  --file="$work/layer.tar" --directory="$root" ./tmp
tar --append --owner=$user --group=$user --numeric-owner --mtime=@"${SOURCE_DATE_EPOCH:-0}" \
  --file="$work/layer.tar" --directory="$root" ./data
diff=$(sha256sum "$work/layer.tar" | cut -d' ' -f1)
gzip -n -1 "$work/layer.tar"
layer="$(blob "$work/layer.tar.gz" application/vnd.oci.image.layer.v1.tar+gzip)}"

cat >"$work/config" <<CONFIG
{"created":"$created","architecture":"$architecture","os":"linux",
 "config":{"User":"$user:$user","WorkingDir":"/data","ExposedPorts":{"8080/tcp":{}},"Volumes":{"/data":{}},
  "Env":["LD_LIBRARY_PATH=/opt/baton/runtime/lib"],
  "Entrypoint":["/opt/baton/runtime/bin/java","-XX:MaxRAMPercentage=70","-XX:+ExitOnOutOfMemoryError","-jar","/opt/baton/lib/baton.jar"],
  "Labels":{"org.opencontainers.image.title":"Baton","org.opencontainers.image.version":"$version","org.opencontainers.image.licenses":"Apache-2.0"}},
 "rootfs":{"type":"layers","diff_ids":["sha256:$diff"]},
 "history":[{"created":"$created","created_by":"ops/image.sh"}]}
CONFIG
config="$(blob "$work/config" application/vnd.oci.image.config.v1+json)}"
printf '{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":%s,"layers":[%s]}' \
  "$config" "$layer" >"$work/manifest"
manifest=$(blob "$work/manifest" application/vnd.oci.image.manifest.v1+json)
printf '{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[%s,"platform":{"architecture":"%s","os":"linux"},"annotations":{"org.opencontainers.image.ref.name":"baton:%s"}}]}' \
  "$manifest" "$architecture" "$version" >"$layout/index.json"
printf '{"imageLayoutVersion":"1.0.0"}' >"$layout/oci-layout"

image=$folder/$name.oci.tar
tar --create --sort=name --owner=0 --group=0 --numeric-owner --mtime=@"${SOURCE_DATE_EPOCH:-0}" --mode=u=rwX,go=rX \
  --file="$image.part" --directory="$layout" .
mv "$image.part" "$image"
echo "$image"
