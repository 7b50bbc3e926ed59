/**
 * The limit of REST on this machine: Fastify and pg by hand. Of what the product does it keeps who is calling, the query
 * and the answer; row-level security, validation, audit, search, rate limits and logs are left out.
 *
 * Settings: DATABASE_URL (past row-level security), PUBLIC_KEYS (a JSON Web Key Set).
 */
import Fastify from 'fastify'
import type { JSONWebKeySet } from 'jose'
import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { tokenReader } from './authenticate.ts'

const COLUMNS = `id, metric_type, value, unit, systolic, diastolic, notes, measured_at, device_used, location, status,
  status_source, source, document_id, created_at`

const userOf = tokenReader(JSON.parse(process.env['PUBLIC_KEYS'] ?? '') as JSONWebKeySet)
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 20 })
const app = Fastify()

app.get('/api/v1/metrics', async (request, reply) => {
  const userId = await userOf(request.headers.authorization)
  if (userId === undefined) return reply.code(401).send()
  const { metric_type, limit } = request.query as { metric_type: string; limit: string }
  const count = Number(limit)
  const { rows } = await pool.query<{ id: string; measured_at: Date }>({
    name: 'list',
    text: `select ${COLUMNS} from health_metrics where user_id = $1 and metric_type = $2
      order by measured_at desc, id desc limit $3`,
    values: [userId, metric_type, count + 1],
  })
  const data = rows.slice(0, count)
  const last = rows.length > count ? data.at(-1) : undefined
  const cursor = last && Buffer.from(JSON.stringify([last.measured_at, last.id])).toString('base64url')
  return { data, next_cursor: cursor ?? null }
})

app.post('/api/v1/metrics', async (request, reply) => {
  const userId = await userOf(request.headers.authorization)
  if (userId === undefined) return reply.code(401).send()
  const { metric_type, value, unit, measured_at } = request.body as Record<string, string>
  const { rows } = await pool.query({
    name: 'insert',
    text: `insert into health_metrics (id, user_id, metric_type, value, unit, measured_at, status)
      values ($1, $2, $3, $4, $5, $6, 'normal') returning ${COLUMNS}`,
    values: [uuidv7(), userId, metric_type, value, unit, measured_at],
  })
  return reply.code(201).send(rows[0])
})

process.on('SIGTERM', () => process.exit(0))
process.stdout.write(`${await app.listen({ port: 0, host: '127.0.0.1' })}\n`)
