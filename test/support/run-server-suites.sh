#!/usr/bin/env bash
# Runs the suites that touch a database on PostgreSQL and Redis, which it starts unless TEST_DATABASE_URL names a server.
# Arguments go to Vitest.
set -euo pipefail
cd "$(dirname "$0")/../.."

if [ -z "${TEST_DATABASE_URL:-}" ]; then
  services=$(mktemp -d)
  trap 'bash test/support/stop-services.sh "$services"; rm -rf "$services"' EXIT
  addresses=$(bash test/support/start-services.sh "$services")
  while IFS= read -r line; do export "${line?}"; done <<<"$addresses"
fi
# What is about the embedded database alone, or about none, has nothing to do here.
vitest run --project db --project contract --project integration --project faults \
  --exclude 'test/faults/{acknowledged-data,backup-embedded,documents-running,embedded-database,reader-hostile-files}.test.ts' \
  --exclude 'test/integration/{encrypted-file,retrieval-eval,start}.test.ts' "$@"
