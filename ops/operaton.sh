#!/usr/bin/env bash
# Builds Baton on Operaton, the maintained fork of the engine: docs/operations.md says why and how one moves.
#   ops/operaton.sh                    makes target/operaton/target/baton-*.jar
#   ops/operaton.sh test -Dtest=…      any other goals of Maven, on the copy
# The copy has other names in Java, settings and pom.xml; models, forms, tables and paths stay as they are.
set -euo pipefail
cd "$(dirname "$0")/.."
copy=target/operaton

mkdir -p "$copy"
# what the last copy has compiled stays as long as its sources do
find "$copy" -mindepth 1 -maxdepth 1 ! -name target -exec rm -rf {} +
cp -rp pom.xml src docs ops .camunda .mvn "$copy"
cp -rp src/operaton/java "$copy/src/main/"
rm -r "$copy/src/operaton" "$copy/src/test/java/dev/baton/handoff/ModelRunsTest.java"

grep -rlEi 'camunda' "$copy/pom.xml" "$copy/src" --include='*.java' --include='*.xml' --include='application*.yaml' |
  xargs perl -pi -e '
    s/org\.camunda\.bpm\.impl\.juel\.jakarta\.el/jakarta.el/g;
    s/org\.camunda\.bpm/org.operaton.bpm/g;
    s/\bcamunda-(bom|bpm-)/operaton-$1/g;
    s/\b(|get|is|set)Camunda([A-Z][a-z]\w+)/$1Operaton$2/g;
    s/([."])camunda([A-Z])/$1operaton$2/g;
    s/\bcamunda\.bpm\./operaton.bpm./g;
    s/^camunda:$/operaton:/;
    s/webjars\/camunda/webjars\/operaton/g;
    s/\bactiviti:class/camunda:class/;
    s/CAMUNDA_(CSRF_TOKEN|ADMIN)/OPERATON_$1/g;
    s/bpmn\.instance\.camunda\b/bpmn.instance.operaton/g;
    s/<camunda.version>[^<]*/<camunda.version>1.0.3/;
  '
find "$copy/src" -name 'Camunda*.java' | while read -r file; do mv "$file" "${file/Camunda/Operaton}"; done
resources=$copy/src/main/resources/META-INF
mv "$resources/resources/webjars/camunda" "$resources/resources/webjars/operaton"
mv "$resources/services/org.camunda.bpm.cockpit.plugin.spi.CockpitPlugin" \
   "$resources/services/org.operaton.bpm.cockpit.plugin.spi.CockpitPlugin"

# what its assertions are for is the one dependency that doesn't resolve
perl -0pi -e 's/ *<dependency>\s*<groupId>[^<]*<\/groupId>\s*<artifactId>operaton-bpm-assert<.*?<\/dependency>\n//s; s/ *<arg>-Werror<\/arg>\n//' "$copy/pom.xml"

if [ $# -eq 0 ]; then
  set -- package -DskipTests
fi
mvn -B -ntp -f "$copy/pom.xml" -P '!error-prone,operaton' "$@"
