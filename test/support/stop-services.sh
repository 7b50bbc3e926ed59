#!/usr/bin/env bash
# Ends what `start-services.sh` started in the folder that is given, and removes the folder.
set -euo pipefail
folder=$1
postmaster="$folder/postgres/data/postmaster.pid"
[ -f "$postmaster" ] && kill -INT "$(head -1 "$postmaster")"
[ -f "$folder/redis/pid" ] && kill "$(cat "$folder/redis/pid")"
while [ -f "$postmaster" ]; do sleep 0.1; done
rm -rf "$folder"
