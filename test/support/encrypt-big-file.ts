import { createHash, randomBytes } from 'node:crypto'
import { decryptStream, encryptStream } from '../../src/platform/crypto/index.ts'
import { openFolderStorage } from '../../src/platform/storage/index.ts'

/** Encrypts 100 MB into a folder, reads them back, and says by how much the process has grown for it, in MB. */
const [folder = ''] = process.argv.slice(2)
const MEGABYTE = 1_000_000
const PIECE = 62_500
const bytes = 100 * MEGABYTE

const storage = await openFolderStorage(folder)
const key = randomBytes(32)
const [sent, received] = [createHash('sha256'), createHash('sha256')]
const before = process.memoryUsage().rss
let most = before
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage().rss)
}, 5)

async function* source(): AsyncGenerator<Uint8Array> {
  const piece = randomBytes(PIECE)
  for (let at = 0; at < bytes; at += PIECE) {
    sent.update(piece)
    yield piece
  }
}

await storage.put('uploads/big', encryptStream(source(), key, 'document:1'))
for await (const part of decryptStream((range) => storage.read('uploads/big', range), key, 'document:1', bytes)) {
  received.update(part)
}
clearInterval(watch)
const megabytes = Math.round((most - before) / MEGABYTE)
process.stdout.write(JSON.stringify({ megabytes, isSame: sent.digest('hex') === received.digest('hex') }))
