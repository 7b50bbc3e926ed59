#!/usr/bin/env bash
# Starts PostgreSQL with pgvector and Redis for the tests of the server profile, on free ports, as an unprivileged user, in
# the folder that is given (or a temporary one), and prints where they listen:
#
#   TEST_DATABASE_URL=postgresql://…
#   TEST_REDIS_URL=redis://…
#   TEST_SERVICES_DIR=…
#
# `stop-services.sh` ends them. On a Debian machine it first installs what is missing, for which it must be root.
set -euo pipefail

newer_release=trixie # the first Debian release whose source packages include pgvector
folder=${1:-$(mktemp -d)}
mkdir -p "$folder"

say() { echo "$*" >&2; }

fail() {
  say "$*"
  exit 1
}

as_root_or_fail() { [ "$(id -u)" = 0 ] || fail "$1 is missing, and only root can install it."; }

newest_postgres() { find /usr/lib/postgresql -mindepth 1 -maxdepth 1 2>/dev/null | sort -V | tail -1; }

install_packages() {
  as_root_or_fail "$*"
  apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@" >&2
}

# pgvector's source from the newer release, by the mirror that this machine's own apt uses.
fetch_pgvector() {
  local codename mirror apt
  codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
  # shellcheck disable=SC2016
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' "Codename: $codename" 'Label: Debian' | head -1)
  [ -n "$mirror" ] || fail 'apt has no Debian mirror to take pgvector from.'
  mkdir -p "$1/lists/partial"
  echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $newer_release main" >"$1/sources.list"
  apt=(-qq -o "Dir::Etc::SourceList=$1/sources.list" -o Dir::Etc::SourceParts=/dev/null -o "Dir::State::Lists=$1/lists")
  apt-get "${apt[@]}" update >&2
  (cd "$1" && apt-get "${apt[@]}" source --download-only pgvector >&2)
  tar -xzf "$1"/pgvector_*.orig.tar.gz -C "$1" --one-top-level=source --strip-components=1
}

install_pgvector() {
  local major=${postgres##*/} work
  as_root_or_fail pgvector
  apt-get update -qq >&2
  if apt-get install -qq -y --no-install-recommends "postgresql-$major-pgvector" >&2 2>/dev/null; then return; fi
  install_packages "postgresql-server-dev-$major" gcc make
  work=$(mktemp -d)
  fetch_pgvector "$work"
  # Without -march=native, so that the library also serves another machine; without LLVM, whose compiler need not be here.
  make -s -C "$work/source" OPTFLAGS= with_llvm=no "PG_CONFIG=$postgres/bin/pg_config" install >&2
  rm -rf "$work"
}

free_port() {
  node -e 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })'
}

postgres=$(newest_postgres)
if [ -z "$postgres" ]; then
  install_packages postgresql
  postgres=$(newest_postgres)
fi
[ -f "/usr/share/postgresql/${postgres##*/}/extension/vector.control" ] || install_pgvector
command -v redis-server >/dev/null || install_packages redis-server
command -v pgbackrest >/dev/null || install_packages pgbackrest

# PostgreSQL refuses to run as root.
run=()
if [ "$(id -u)" = 0 ]; then
  id -u postgres >/dev/null 2>&1 || fail 'The user postgres is missing.'
  chmod 755 "$folder"
  run=(setpriv --reuid=postgres --regid=postgres --init-groups)
fi
install -d -m 700 ${run[0]+-o postgres} "$folder/postgres" "$folder/redis"

database_port=$(free_port)
redis_port=$(free_port)

# The login of the tests may do what that of an operator may: make databases and roles, and nothing past row-level security.
"${run[@]}" "$postgres/bin/initdb" -D "$folder/postgres/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >"$folder/postgres.log"
# Tests kill processes and never the machine: what PostgreSQL has handed to the kernel is safe, and waiting for the disk as well
# (at every commit, and for seconds where a test file drops its database) would be a third of the time.
hasty='-c fsync=off -c full_page_writes=off -c max_wal_size=4GB -c checkpoint_timeout=1h'
"${run[@]}" "$postgres/bin/pg_ctl" -D "$folder/postgres/data" -l "$folder/postgres/log" -w start \
  -o "-p $database_port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder/postgres -c max_connections=300 $hasty" >&2
"$postgres/bin/psql" -q "postgresql://postgres@127.0.0.1:$database_port/postgres" \
  -c 'create role swasthwrap_test login createdb createrole nosuperuser nobypassrls'
# Only a superuser may create the extension; from here every new database has it.
"$postgres/bin/psql" -q "postgresql://postgres@127.0.0.1:$database_port/template1" -c 'create extension vector'

"${run[@]}" redis-server --port "$redis_port" --bind 127.0.0.1 --save '' --dir "$folder/redis" --daemonize yes \
  --pidfile "$folder/redis/pid" --logfile "$folder/redis/log" >&2
until redis-cli -p "$redis_port" ping >/dev/null 2>&1; do sleep 0.1; done

echo "TEST_DATABASE_URL=postgresql://swasthwrap_test@127.0.0.1:$database_port/postgres"
echo "TEST_REDIS_URL=redis://127.0.0.1:$redis_port"
echo "TEST_SERVICES_DIR=$folder"
