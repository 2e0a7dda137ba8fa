#!/usr/bin/env bash
# Makes a .dmg on macOS. UNTESTED: written without a Mac at hand. Build the program there first (mvn package), since libraries with
# native parts are those of the machine that builds. The image is neither signed nor notarised.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
dist="$here/target/dist"
version=$(basename "$dist"/lib/palimpsest-app-*.jar .jar)
version=${version#palimpsest-app-}
options=(--java-options -DOPT_OUT_TRACKING=true --java-options -Dai.djl.offline=true)
while IFS= read -r option; do
  case $option in '#'* | '' | --add-modules=*) ;; *) options+=(--java-options "$option") ;; esac
done <"$here/window.options"
# macOS refuses versions that begin with 0.
jpackage --type dmg --dest "$here/target/packages" --name Palimpsest --app-version "$(echo "${version%-SNAPSHOT}" | sed "s,^0,1,")" \
  --vendor "The Palimpsest authors" --description "A desktop workbench for machine-unlearning experiments" \
  --license-file "$here/../LICENSE" --input "$dist/lib" --main-jar "palimpsest-app-$version.jar" \
  --main-class org.palimpsest.app.Palimpsest --module-path "$dist/javafx" \
  --add-modules java.se,jdk.unsupported,jdk.management,jdk.zipfs,jdk.localedata,jdk.charsets,jdk.crypto.ec,jdk.accessibility,javafx.controls,javafx.swing \
  --jlink-options "--strip-debug --no-header-files --no-man-pages --include-locales=en,de" "${options[@]}"
