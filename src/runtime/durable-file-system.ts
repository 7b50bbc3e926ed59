import { fsyncSync } from 'node:fs'
import { NodeFS } from '@electric-sql/pglite/nodefs'

interface OpenFile {
  /** Node's descriptor. */
  readonly nfd: number
}

interface FileSystemModule {
  readonly FS: {
    readonly filesystems: { readonly NODEFS: { readonly stream_ops: { fsync?: (file: OpenFile) => number } } }
  }
}

type Initialise = NodeFS['init']

/**
 * A folder of this machine in which what PostgreSQL asks to be on the disk is on the disk. Emscripten's own file system
 * says yes to `fsync` and does nothing, so that a power cut could take acknowledged rows, or half of a page.
 */
export class DurableFileSystem extends NodeFS {
  override async init(...[database, options]: Parameters<Initialise>): ReturnType<Initialise> {
    const { emscriptenOpts } = await super.init(database, options)
    const addSync = (module: unknown) => {
      const { FS } = module as FileSystemModule
      FS.filesystems.NODEFS.stream_ops.fsync = (file) => {
        fsyncSync(file.nfd)
        return 0
      }
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addSync] } }
  }
}
