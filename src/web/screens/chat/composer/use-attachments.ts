import { useRef, useState } from 'preact/hooks'
import { uploadDocument } from '../../../api/upload.ts'
import { describeError } from '../../../components/error-notice.tsx'

/** A file that is being added to a message. */
export interface Attachment {
  /** Of this page; also keeps a repeated upload one document. */
  readonly key: string
  readonly name: string
  /** Sent part, 0 to 1. */
  readonly sent: number
  /** Set once the server has it. */
  readonly documentId: string | undefined
  /** Why it was refused, for people. */
  readonly problem: string | undefined
}

export interface Attachments {
  readonly list: readonly Attachment[]
  /** Whether something is still on its way. */
  readonly busy: boolean
  add(files: Iterable<File>): void
  /** Adds a document that the person already has. */
  addDocument(documentId: string, name: string): void
  retry(key: string): void
  remove(key: string): void
  clear(): void
}

/** The files of the message that is being written. Each is uploaded as soon as it is chosen. */
export function useAttachments(): Attachments {
  const [list, setList] = useState<readonly Attachment[]>([])
  const files = useRef(new Map<string, { file: File; leaving: AbortController }>())

  const change = (key: string, changes: Partial<Attachment>): void =>
    setList((before) => before.map((each) => (each.key === key ? { ...each, ...changes } : each)))

  const upload = async (key: string): Promise<void> => {
    const chosen = files.current.get(key)
    if (!chosen) return
    change(key, { problem: undefined, sent: 0 })
    try {
      const { signal } = chosen.leaving
      const { id } = await uploadDocument(chosen.file, { key, signal, onProgress: (sent) => change(key, { sent }) })
      change(key, { documentId: id, sent: 1 })
    } catch (error) {
      if (chosen.leaving.signal.aborted) return
      const { title, detail } = describeError(error)
      change(key, { problem: detail || title })
    }
  }

  return {
    list,
    busy: list.some(({ documentId, problem }) => documentId === undefined && problem === undefined),
    add(chosen) {
      for (const file of chosen) {
        const key = crypto.randomUUID()
        files.current.set(key, { file, leaving: new AbortController() })
        setList((before) => [...before, { key, name: file.name, sent: 0, documentId: undefined, problem: undefined }])
        void upload(key)
      }
    },
    addDocument(documentId, name) {
      setList((before) => [
        ...before.filter((each) => each.documentId !== documentId),
        { key: documentId, name, sent: 1, documentId, problem: undefined },
      ])
    },
    retry: (key) => void upload(key),
    remove(key) {
      files.current.get(key)?.leaving.abort(new DOMException('Removed', 'AbortError'))
      files.current.delete(key)
      setList((before) => before.filter((each) => each.key !== key))
    },
    clear() {
      files.current.clear()
      setList([])
    },
  }
}
