import autocannon from 'autocannon'
import { percentile } from './figures.ts'
import type { HttpLoad, HttpLoadResult } from './http-load.ts'

process.once('message', ({ url, connections, seconds, requests }: HttpLoad) => {
  const times: number[] = []
  const failures = new Map<number, number>()
  let client = 0
  const run = autocannon(
    {
      url,
      connections,
      duration: seconds,
      // Each connection speaks for people of its own.
      setupClient: (each) => {
        const own = requests.filter((_, index) => index % connections === client)
        client += 1
        each.setRequests(own.map((request) => ({ ...request })))
      },
    },
    (error, result) => {
      const answered: HttpLoadResult = {
        requests: times.length,
        perSecond: times.length / result.duration,
        p50: percentile(times, 0.5),
        p99: percentile(times, 0.99),
      }
      const wrong = [...failures].map(([status, count]) => `${count} answers ${status}`).join(', ')
      const failed = error ? String(error) : result.errors > 0 ? `${result.errors} requests failed` : wrong
      process.send?.({ ...answered, ...(failed === '' ? {} : { failed }) }, () => process.exit(0))
    },
  )
  run.on('response', (_client, status, _bytes, milliseconds) => {
    if (status < 300) times.push(milliseconds)
    else failures.set(status, (failures.get(status) ?? 0) + 1)
  })
})
