#!/usr/bin/env bash
# Tries the application image that package.sh made, as it would be after installation: its own Java, no build, no Maven.
# The demonstration runs without a window, then the window opens under Xvfb.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
program="$here/target/packages/palimpsest/bin/palimpsest"
[ -x "$program" ] || { echo "test-image.sh: no image at $program; run installers/package.sh app-image" >&2; exit 1; }
command -v Xvfb >/dev/null || { echo "test-image.sh: Xvfb is missing; install xvfb (Debian, Ubuntu) or xorg-x11-server-Xvfb (Fedora)" >&2; exit 1; }
work=$(mktemp -d)
display=
trap 'rm -rf "$work"; [ -z "$display" ] || kill "$display"' EXIT
unset JAVA_HOME DISPLAY WAYLAND_DISPLAY
export PATH=/usr/bin:/bin LC_ALL=C.UTF-8

"$program" --version
"$program" doctor

echo "The demonstration, whose workers are started by the image's own Java:"
"$program" demo --headless --out "$work/demo" --json >"$work/demo.json"
finished=$(grep -l '"event":"finished"' "$work"/demo/runs*/*/events.jsonl | wc -l)
[ "$finished" = 4 ] || { echo "test-image.sh: $finished of 4 runs finished" >&2; exit 1; }
echo "4 of 4 runs finished"

echo "The window, without a display and with one:"
if "$program" 2>"$work/none"; then echo "test-image.sh: a window without a display" >&2; exit 1; fi
head -1 "$work/none"
number=93
while [ -e "/tmp/.X11-unix/X$number" ]; do number=$((number + 1)); done
Xvfb ":$number" -screen 0 1920x1080x24 >/dev/null 2>&1 &
display=$!
for _ in $(seq 50); do [ -e "/tmp/.X11-unix/X$number" ] && break; sleep 0.1; done
milliseconds=$(DISPLAY=":$number" "$program" window --measure --workspace "$work/demo" --preferences "$work/preferences.json")
[ "$milliseconds" -gt 0 ]
echo "window seen after $milliseconds ms"
