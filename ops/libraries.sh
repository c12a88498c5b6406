#!/bin/sh
# Names each library of the machine that the programs and libraries below a folder load, without those below it.
#
#   libraries.sh <folder>
set -eu
find "$1" -type f \( -name '*.so' -o -name '*.so.*' -o -path '*/bin/*' \) -exec ldd {} + 2>/dev/null |
  sed -n -E 's/^\t(.* => )?(\/[^ ]+) \(0x.*/\2/p' | grep -v "^$(readlink -f "$1")/" | sort -u
