#!/usr/bin/env bash
# Makes what can be installed without a JDK: an application image, and from it a .deb and an .rpm. Linux only; package-mac.sh and
# package-windows.cmd are for the others. Needs a JDK with jpackage, fakeroot for the .deb and rpmbuild for the .rpm.
#
#   installers/package.sh [app-image] [deb] [rpm]      (all three without an argument)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
dist="$here/target/dist"
out="$here/target/packages"
kinds=("$@")
[ ${#kinds[@]} -gt 0 ] || kinds=(app-image deb rpm)

jpackage=jpackage
[ -z "${JAVA_HOME:-}" ] || jpackage="$JAVA_HOME/bin/jpackage"
need() {
  command -v "$1" >/dev/null || { echo "package.sh: $1 is missing; install $2" >&2; exit 1; }
}
need "$jpackage" "a JDK 17 or newer (jpackage is part of it)"
for kind in "${kinds[@]}"; do
  case $kind in
    app-image) ;;
    deb) need fakeroot "fakeroot (Debian, Ubuntu: apt-get install fakeroot)" && need dpkg-deb dpkg ;;
    rpm) need rpmbuild "rpmbuild (Fedora: dnf install rpm-build; Debian, Ubuntu: apt-get install rpm)" ;;
    *) echo "package.sh: no package is named \"$kind\"; there are app-image, deb, rpm" >&2; exit 2 ;;
  esac
done
"$here/../palimpsest" --version >/dev/null # builds what is missing or old

version=$(basename "$dist"/lib/palimpsest-app-*.jar .jar)
version=${version#palimpsest-app-}
number=${version%-SNAPSHOT}
rm -rf "$out"
mkdir -p "$out"

# The window's options, one --java-options each; modules are jlink's business here.
options=(--java-options -DOPT_OUT_TRACKING=true --java-options -Dai.djl.offline=true)
while IFS= read -r option; do
  case $option in '#'* | '' | --add-modules=*) ;; *) options+=(--java-options "$option") ;; esac
done <"$here/window.options"

icon="$here/../resources/src/main/resources/org/palimpsest/resources/icon/palimpsest-256.png"

# Commands stay in the image's Java: workers are started by its bin/java.
"$jpackage" --type app-image --dest "$out" --name palimpsest --app-version "$number" \
  --vendor "The Palimpsest authors" --description "A desktop workbench for machine-unlearning experiments" \
  --icon "$icon" \
  --input "$dist/lib" --main-jar "palimpsest-app-$version.jar" --main-class org.palimpsest.app.Palimpsest \
  --module-path "$dist/javafx" \
  --add-modules java.se,jdk.unsupported,jdk.management,jdk.zipfs,jdk.localedata,jdk.charsets,jdk.crypto.ec,jdk.accessibility,javafx.controls,javafx.swing \
  --jlink-options "--strip-debug --no-header-files --no-man-pages --include-locales=en,de" \
  "${options[@]}"
echo "$out/palimpsest"

for kind in "${kinds[@]}"; do
  case $kind in
    app-image) continue ;;
    deb) needs="libgtk-3-0 | libgtk-3-0t64, libgl1, libx11-6, libxtst6, libxxf86vm1, fontconfig" ;;
    rpm) needs="gtk3, mesa-libGL, libX11, libXtst, libXxf86vm, fontconfig" ;;
  esac
  # Libraries inside of jars are not looked through for what they need; the list above says it.
  "$jpackage" --type "$kind" --resource-dir "$here/linux" --dest "$out" --app-image "$out/palimpsest" --name palimpsest --app-version "$number" \
    --icon "$icon" --vendor "The Palimpsest authors" --description "A desktop workbench for machine-unlearning experiments" \
    --license-file "$here/../LICENSE" --file-associations "$here/recipe.association" \
    --linux-shortcut --linux-menu-group "Science;Education;" --linux-package-deps "$needs" \
    --linux-app-category science --linux-deb-maintainer palimpsest@localhost --linux-rpm-license-type "Apache-2.0"
done
ls -l "$out" | sed -n 's/.* \(palimpsest[^ ]*\.\(deb\|rpm\)\)$/\1/p'
