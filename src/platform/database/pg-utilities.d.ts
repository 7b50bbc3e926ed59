declare module 'pg/lib/utils.js' {
  const utilities: {
    /** A value as the driver hands it to PostgreSQL. */
    readonly prepareValue: (value: unknown) => string | Buffer | null
  }
  export default utilities
}
