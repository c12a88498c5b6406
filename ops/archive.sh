#!/bin/sh
# Packs Baton with a Java runtime of its own into one archive that needs no Java on the machine.
#
#   archive.sh [<jar> [<folder>]]      by default target/baton-*.jar, into its folder
#
# Needs a JDK (JAVA_HOME, or jlink on the PATH), tar and unzip. The same jar and JDK make the same bytes.
set -eu
cd "$(dirname "$0")/.."

jar=${1:-$(ls target/baton-*.jar)}
folder=${2:-$(dirname "$jar")}
name=$(basename "$jar" .jar)
jdk=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v jlink)")")")}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
home=$work/$name
mkdir -p "$home/bin" "$home/lib" "$home/ops"

# All of the standard; then other character sets (files of leads), elliptic curves (TLS), names of days in every
# language, numbers of the machine, sockets' settings, what libraries reach for below the standard, files in files, and jcmd.
"$jdk/bin/jlink" --output "$home/runtime" --no-header-files --no-man-pages --strip-java-debug-attributes \
  --add-modules java.se,jdk.charsets,jdk.crypto.ec,jdk.jcmd,jdk.localedata,jdk.management,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs
# Nothing here has a screen or plays sounds.
(cd "$home/runtime/lib" && rm -f libawt_xawt.so libjawt.so libsplashscreen.so libjsound.so)

# A JDK of a distribution draws and packs with libraries of the machine: they come along, all but the C library.
ops/libraries.sh "$home/runtime" | grep -v -E '/(ld-linux[^/]*|lib(c|m|dl|rt|pthread|resolv|util))\.so' |
  while read -r library; do
    cp -L "$library" "$home/runtime/lib/"
  done

# One font, the one of the definition on paper, so that charts in mails need none of the machine.
mkdir "$home/runtime/lib/fonts" "$work/pdfbox"
unzip -q -j "$jar" 'BOOT-INF/lib/pdfbox-3*.jar' -d "$work/pdfbox"
unzip -q -j "$work"/pdfbox/pdfbox-3*.jar '*/LiberationSans-Regular.ttf' -d "$home/runtime/lib/fonts"
for family in serif sansserif monospaced dialog dialoginput; do
  for style in plain bold italic bolditalic; do
    echo "$family.$style.latin-1=Liberation Sans"
  done
done >"$home/runtime/lib/fontconfig.properties"
cat >>"$home/runtime/lib/fontconfig.properties" <<'FONT'
version=1
sequence.allfonts=latin-1
filename.Liberation_Sans=$JRE_LIB_FONTS/LiberationSans-Regular.ttf
FONT

cp "$jar" "$home/lib/baton.jar"
cp -r LICENSE CHANGELOG.md "$home/"
cp -r ops/baton.service ops/backup.sh ops/restore.sh ops/nginx.conf ops/Caddyfile ops/kubernetes ops/alert-rules.yaml \
  ops/grafana-dashboard.json "$home/ops/"
cat >"$home/bin/baton" <<'LAUNCHER'
#!/bin/sh
# Starts Baton in the folder where it is called; "baton doctor" looks whether it would run. Options of the Java
# runtime stand in JAVA_TOOL_OPTIONS.
home=$(dirname "$(dirname "$(readlink -f "$0")")")
export LD_LIBRARY_PATH="$home/runtime/lib"
exec "$home/runtime/bin/java" -XX:+ExitOnOutOfMemoryError -jar "$home/lib/baton.jar" "$@"
LAUNCHER
chmod 755 "$home/bin/baton"

archive=$folder/$name-linux-$(uname -m).tar.gz
tar --create --sort=name --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX --mtime=@"${SOURCE_DATE_EPOCH:-0}" \
  --directory="$work" "$name" | gzip -n -1 >"$archive.part"
mv "$archive.part" "$archive"
echo "$archive"
