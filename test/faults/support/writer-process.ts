import { v7 as uuidv7 } from 'uuid'
import { openRuntime } from '../../../src/runtime/index.ts'

/*
 * Writes rows for as long as it lives and says after each COMMIT which one it was; the test kills it in the middle.
 * Arguments: the data folder, and the id of the person whose rows they are.
 */
const [dataDirectory = '', userId = ''] = process.argv.slice(2)

const runtime = await openRuntime({
  dataDirectory,
  report: (error) => {
    process.stderr.write(`${String(error)}\n`)
  },
})

for (;;) {
  const id = uuidv7()
  await runtime.database.asUser(userId, (transaction) =>
    transaction.rows(transaction.sql('allergies').insert({ id, user_id: userId, substance: 'Latex' })),
  )
  process.stdout.write(`${id}\n`)
}
