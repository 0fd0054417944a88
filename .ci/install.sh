#!/usr/bin/env bash
# install.sh COMMAND PACKAGE...: installs Debian packages where the command is not there yet; says so and fails where they cannot be had.
set -uo pipefail
command -v "$1" >/dev/null && exit 0
shift
{ apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } >/dev/null 2>&1 || { echo "cannot be installed: $*"; exit 1; }
