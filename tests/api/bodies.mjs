// What the document's schema of a report takes, the server takes; what it refuses, the server refuses; and every answer
// keeps the schema that the document has for its status.
//   node bodies.mjs DOCUMENT ADDRESS TOKEN
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

const [path, address, token] = process.argv.slice(2)
const document = JSON.parse(readFileSync(path, 'utf8'))
const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats(ajv)
ajv.addSchema({ $id: 'document', ...document })
const report = ajv.compile({ $ref: 'document#/components/schemas/Report' })

function schemaOf (operation, status, type) {
  let response = operation.responses[status]
  assert.ok(response, `the document says nothing of ${status} for ${operation.operationId}`)
  if (response.$ref) response = document.components.responses[response.$ref.split('/').pop()]
  assert.ok(response.content[type], `${operation.operationId} answered ${status} as ${type}`)
  return ajv.compile({ $id: undefined, ...JSON.parse(JSON.stringify(response.content[type].schema).replaceAll('"#/', '"document#/')) })
}

async function call (method, where, { body, key, authorised = true } = {}) {
  const headers = {}
  if (authorised) headers.Authorization = `Bearer ${token}`
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  if (key !== undefined) headers['Idempotency-Key'] = key
  const answer = await fetch(address + where, { method, headers, body })
  const [plain] = where.split('?')
  const pattern = Object.keys(document.paths).find((one) => new RegExp(`^${one.replace(/\{[a-z]+\}/g, '[^/]+')}$`).test(plain))
  const operation = document.paths[pattern][method.toLowerCase()]
  const value = await answer.json()
  const keeps = schemaOf(operation, String(answer.status), answer.headers.get('content-type'))
  assert.ok(keeps(value), `${method} ${where} ${answer.status}: ${JSON.stringify(value)} ${JSON.stringify(keeps.errors)}`)
  return { status: answer.status, value }
}

const { value: { people } } = await call('GET', '/api/v1/people')
const reporter = people.find((one) => one.name === 'Grace Lindqvist').id
const other = people.find((one) => one.name === 'Tom Ashgrove').id
const least = { reporter, children: [{ name: 'Kestrel Made-up' }], words: 'It was said at break.', danger_now: 'no' }

const changes = [
  {}, { danger_now: 'yes' }, { danger_now: 'perhaps' }, { danger_now: true }, { danger_now: undefined },
  { reporter: undefined }, { reporter: 7 }, { reporter: '' }, { words: undefined }, { words: '' }, { words: ['x'] },
  { words: 'a'.repeat(20_000) }, { words: 'a'.repeat(20_001) }, { words: 'ż'.repeat(20_000) },
  { children: undefined }, { children: [] }, { children: {} }, { children: ['Kestrel'] }, { children: [{}] },
  { children: [{ name: '' }] }, { children: [{ name: 'a'.repeat(1000) }] }, { children: [{ name: 'a'.repeat(1001) }] },
  { children: [{ name: 'Kestrel', detail: '' }] }, { children: [{ name: 'Kestrel', detail: 9 }] },
  { children: [{ name: 'Kestrel', upn: 'x' }] }, { children: Array(20).fill({ name: 'Kestrel' }) },
  { children: Array(21).fill({ name: 'Kestrel' }) },
  { when: {} }, { when: { words: 'Monday' } }, { when: { day: '2026-11-20' } }, { when: { day: '2026-02-30' } },
  { when: { day: 'Monday' } }, { when: { instant: '2026-11-20T08:30:00Z' } }, { when: { instant: 'at noon' } },
  { when: { hour: 9 } }, { when: 'Monday' }, { where: '' }, { where: 'In the hall' }, { where: 3 }, { child_now: 'At home' },
  { staff_involved: 'nobody' }, { staff_involved: 'lead_and_head' }, { staff_involved: 'the caretaker' },
  { people_involved: [] }, { people_involved: [other] }, { people_involved: [''] }, { people_involved: other },
  { people_involved: Array(21).fill(other) },
  { told_lead_in_person: 'no' }, { told_lead_in_person: 'maybe' }, { staff_exposure: 'copied' }, { staff_exposure: 'seen' },
  { colour: 'red' }
]
let taken = 0
for (const [at, change] of changes.entries()) {
  const body = JSON.parse(JSON.stringify({ ...least, ...change }))
  const allowed = report(body)
  const { status, value } = await call('POST', '/api/v1/concerns', { body: JSON.stringify(body), key: `key-of-a-body-${String(at).padStart(4, '0')}` })
  assert.equal(status, allowed ? 201 : 422, `${JSON.stringify(change).slice(0, 200)}: ${JSON.stringify(value)}`)
  if (!allowed) continue
  taken += 1
  const { value: standing } = await call('GET', `/api/v1/concerns/${value.reference}`)
  assert.equal(standing.status, 'received')
}
assert.ok(taken > 15 && changes.length - taken > 15)

// Every other answer that can be had from outside.
await call('POST', '/api/v1/concerns', { body: 'words', key: 'key-of-what-is-no-json' })
await call('POST', '/api/v1/concerns', { body: JSON.stringify(least) })
await call('POST', '/api/v1/concerns', { body: JSON.stringify(least), key: 'key-of-a-stranger', authorised: false })
await call('GET', '/api/v1/concerns/R-0000-0000')
await call('GET', '/api/v1/concerns/R-0000-0000', { authorised: false })
await call('GET', '/api/v1/people?limit=2')
await call('GET', '/api/v1/people?limit=none')
await call('GET', '/api/v1/people', { authorised: false })
await call('GET', '/api/v1/openapi.json', { authorised: false })

console.log(`${changes.length} bodies were judged alike by the document and the server, ${taken} of them taken`)
