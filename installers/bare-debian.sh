#!/usr/bin/env bash
# Proves README's two commands on a machine that has nothing: a bare Debian (bookworm, trixie) made by debootstrap, with a JDK, Maven and git alone.
# There the tests of windows are left out by a line that names what they lack, and the demonstration runs in the terminal and says why. Then the
# packages of that line are installed and every test is run.
#
#   installers/bare-debian.sh SUITE [FOLDER]
#
# FOLDER is where the system is made, a new one if none is named; it is left there, and used again if it is named again. Wants to be root, 4 GB of disk and
# a network, or for Maven MAVEN_REPOSITORY: a local repository that is copied in; MAVEN_SETTINGS, a settings.xml, is copied in too. MIRROR and JDK
# name another mirror and another package than the suite's usual one.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
suite=${1:?"usage: installers/bare-debian.sh SUITE [FOLDER]"}
root=${2:-$(mktemp -d "${TMPDIR:-/tmp}/bare-$suite.XXXXXX")}
mirror=${MIRROR:-http://deb.debian.org/debian}
case "$suite" in
  bookworm) jdk=${JDK:-openjdk-17-jdk-headless} ;;
  *) jdk=${JDK:-openjdk-21-jdk-headless} ;;
esac
window="libpango-1.0-0 libpangoft2-1.0-0 fontconfig fonts-dejavu-core libfreetype6"

if [ "$(id -u)" != 0 ] || ! command -v debootstrap >/dev/null; then
  echo "bare-debian.sh: this wants to be root and needs debootstrap" >&2
  exit 1
fi

if [ ! -d "$root/home/stranger" ]; then
  debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$root.log" 2>&1 || { tail -20 "$root.log" >&2; exit 1; }
  chroot "$root" useradd --create-home --shell /bin/bash stranger
fi
[ ! -f /etc/resolv.conf ] || cp -L /etc/resolv.conf "$root/etc/resolv.conf"
mount -t proc proc "$root/proc"
mkdir -p "$root/dev/shm"
mount -t tmpfs tmpfs "$root/dev/shm"
trap 'umount "$root/dev/shm" "$root/proc"' EXIT

install() {
  chroot "$root" env DEBIAN_FRONTEND=noninteractive LC_ALL=C apt-get install -y -qq --no-install-recommends "$@" >>"$root.log" 2>&1
}
# An ordinary user with an ordinary environment, in the checkout.
stranger() {
  chroot --userspec=stranger:stranger "$root" \
    env -i HOME=/home/stranger PATH=/usr/local/bin:/usr/bin:/bin TERM=dumb bash -c 'cd ~/palimpsest && "$@"' stranger "$@"
}
said() {
  local name=$1 begin=$SECONDS status=0
  shift
  echo "== $suite: $name"
  "$@" >"$root.$name.log" 2>&1 || status=$?
  echo "   status $status after $((SECONDS - begin)) s; all of it in $root.$name.log"
  [ "$status" = 0 ] || { grep -E "ERROR|FAIL" "$root.$name.log" | head -30 >&2; exit 1; }
}

install "$jdk" maven git
rm -rf "$root/home/stranger/palimpsest"
mkdir -p "$root/home/stranger/palimpsest" "$root/home/stranger/.m2"
git ls-files -z --cached --others --exclude-standard | tar c --null -T - | tar x -C "$root/home/stranger/palimpsest"
[ -z "${MAVEN_SETTINGS:-}" ] || cp "$MAVEN_SETTINGS" "$root/home/stranger/.m2/settings.xml"
[ -z "${MAVEN_REPOSITORY:-}" ] || [ -d "$root/home/stranger/.m2/repository" ] || cp -r "$MAVEN_REPOSITORY" "$root/home/stranger/.m2/repository"
chroot "$root" chown -R stranger:stranger /home/stranger
stranger java -version 2>&1 | head -1
stranger mvn -version | head -1

said demo stranger ./palimpsest demo
grep "display" "$root.demo.log"
said verify stranger mvn -B -ntp verify
grep -h "tests of windows are left out" "$root.verify.log"
stranger java .ci/TestReports.java skips . || true
stranger java .ci/TestReports.java count .

# shellcheck disable=SC2086
install $window
stranger bash -c 'rm -rf */target/surefire-reports'
said verify-with-windows stranger mvn -B -ntp verify
if grep -q "tests of windows are left out" "$root.verify-with-windows.log"; then
  echo "bare-debian.sh: the tests of windows are left out although the packages are there" >&2
  exit 1
fi
stranger java .ci/TestReports.java skips .
stranger java .ci/TestReports.java count .
