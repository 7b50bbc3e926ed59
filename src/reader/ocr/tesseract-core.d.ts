/** The engine inside tesseract.js, without its workers: the reader has a process of its own and keeps several languages in one memory. */
declare module 'tesseract.js/src/worker-script/node/getCore.js' {
  /** One recognition engine with its languages; memory holds several of them side by side. */
  export interface TesseractApi {
    /** 0 where the languages' data was found. Mode 1 is the neural one. */
    Init(dataPath: string | null, languages: string, engineMode: number): number
    SetVariable(name: string, value: string): boolean
    /** Takes the picture that was written to `/input`; 1 where it is none. */
    SetImageFile(exifOrientation: number, radians: number): number
    Recognize(monitor: null): number
    GetTSVText(page: number): string
    End(): void
  }
  export interface TesseractCore {
    readonly TessBaseAPI: new () => TesseractApi
    readonly FS: { writeFile(path: string, bytes: Uint8Array): void }
  }
  type OpenCore = (options: {
    readonly print: (text: string) => void
    readonly printErr: (text: string) => void
  }) => Promise<TesseractCore>
  /** Loads the fastest build for this processor. Mode 1 is the neural engine. */
  const getCore: (
    engineMode: number,
    corePath: undefined,
    reports: { readonly progress: (report: unknown) => void },
  ) => Promise<OpenCore>
  export default getCore
}
