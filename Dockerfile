# syntax=docker/dockerfile:1

# Everything that building needs, which the image that runs leaves behind.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json tsconfig.json vite.config.ts rolldown.config.ts ./
COPY src ./src
COPY prompts ./prompts
COPY locales ./locales
COPY migrations ./migrations
COPY workers ./workers
# Installing also builds the page and the server, makes the database template and compiles the program once.
RUN npm ci --no-audit --no-fund && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-bookworm-slim AS run
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    SWASTHWRAP_DATA_DIR=/data \
    BACKUP_DIR=/backups
WORKDIR /app
COPY --from=build --chown=root:root /app ./
RUN install --directory --owner=node --group=node --mode=0700 /data /backups
USER node
VOLUME ["/data", "/backups"]
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "--eval", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself is the process, so that it hears SIGTERM and lets streams finish.
CMD ["node", "--max-semi-space-size=24", "src/main.ts"]
