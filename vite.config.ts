import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import sharp from 'sharp'
import { defineConfig, type Plugin } from 'vite'

const here = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))
const SHARED =
  /node_modules\/(?:preact|@preact|i18next)\/|src\/web\/(?:api|browser|chat|components|shell|words|place|router|screens\/records\/(?:form-values|metric-value|record-description)|charts\/metric-unit)/
const COMPRESSIBLE = /\.(?:css|html|js|json|svg|webmanifest)$/

/** Installers want pictures: they are drawn from the one icon. */
function icons(): Plugin {
  return {
    name: 'swasthwrap-icons',
    apply: 'build',
    async generateBundle() {
      const draw = async (source: string, size: number, name: string): Promise<void> => {
        const picture = await sharp(here(`src/web/public/${source}`), { density: 300 })
          .resize(size, size)
          .png()
          .toBuffer()
        this.emitFile({ type: 'asset', fileName: `icons/${name}-${size}.png`, source: picture })
      }
      await draw('icon.svg', 192, 'icon')
      await draw('icon.svg', 512, 'icon')
      await draw('icon-maskable.svg', 512, 'maskable')
      await draw('icon-maskable.svg', 180, 'maskable')
      await draw('badge.svg', 96, 'badge')
    },
  }
}

/** Compresses once at the build what the server would otherwise compress for every visitor. */
function compressed(): Plugin {
  return {
    name: 'swasthwrap-compressed',
    apply: 'build',
    async writeBundle({ dir = '' }) {
      const files = (await readdir(dir, { recursive: true })).filter((file) => COMPRESSIBLE.test(file))
      await Promise.all(
        files.map(async (file) => {
          const bytes = await readFile(path.join(dir, file))
          const [brotli, gzipped] = await Promise.all([
            promisify(brotliCompress)(bytes, {
              params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
            }),
            promisify(gzip)(bytes, { level: 9 }),
          ])
          await writeFile(path.join(dir, `${file}.br`), brotli)
          await writeFile(path.join(dir, `${file}.gz`), gzipped)
        }),
      )
    },
  }
}

/** The page: `npm run build` makes it, `npm run web` shows it while it is worked on, beside a server on port 3000. */
export default defineConfig({
  root: here('src/web'),
  plugins: [icons(), compressed()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: {
    port: 5173,
    proxy: { '/api': 'http://127.0.0.1:3000', '/v1': { target: 'http://127.0.0.1:3000', ws: true } },
    fs: { allow: [here('.')] },
  },
  build: {
    outDir: here('dist/web'),
    emptyOutDir: true,
    // The page's policy allows no data: address for anything but pictures.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      // Compressing well takes its time, and is meant to.
      checks: { pluginTimings: false },
      input: { page: here('src/web/index.html'), 'service-worker': here('src/web/service-worker/service-worker.ts') },
      output: {
        // The worker keeps its address for ever: its place says what it serves.
        entryFileNames: ({ name }) => (name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js'),
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
        // What every screen needs comes in one piece: a slow network takes as long for twelve small ones as for twelve large ones.
        codeSplitting: { groups: [{ name: 'base', test: SHARED, priority: 1 }] },
      },
    },
  },
})
