#!/bin/sh
# Backs the database up once a day: wholly on Sundays, on other days what has changed. A failure is tried again after an
# hour; the health check of the container says so.
set -u
stanza=--stanza=swasthwrap
# Ends the wait at once when the container is stopped.
trap 'exit 0' TERM INT

while :; do
  type=incr
  [ "$(date +%u)" = 7 ] && type=full
  pause=3600
  if pgbackrest "$stanza" stanza-create && pgbackrest "$stanza" --type="$type" backup; then
    touch /tmp/backed-up
    pause=86400
  fi
  sleep "$pause" &
  wait $!
done
