// Each operation, by the client that was generated from the document, checked by the compiler before it runs.
//   node calls.js ADDRESS TOKEN TOKEN_THAT_LISTS_PEOPLE_ALONE
import * as client from './client.js'

declare const process: { argv: string[] }
declare const console: { log(text: string): void }

const [address, token, peopleAlone] = process.argv.slice(2) as [string, string, string]
client.defaults.baseUrl = address
const as = (which: string) => ({ headers: { Authorization: `Bearer ${which}` } })

function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what)
}

const described = await client.describe()
must(described.status === 200 && (described.data as { openapi?: string }).openapi === '3.1.0', 'it does not describe itself')

const staff: client.Person[] = []
let next: string | undefined
do {
  const page = await client.listPeople({ ...(next === undefined ? {} : { after: next }), limit: 2 }, as(token))
  must(page.status === 200, `people: ${JSON.stringify(page)}`)
  staff.push(...page.data.people)
  next = page.data.next
} while (next !== undefined)
const teacher = staff.find((one) => one.name === 'Grace Lindqvist')
must(teacher !== undefined && teacher.roles.includes('staff'), 'the teacher is not listed')
must(new Set(staff.map((one) => one.id)).size === staff.length && staff.length === 7, 'seven people, each once')

const report: client.Report = {
  reporter: teacher.id,
  children: [{ name: 'Kestrel Made-up', detail: 'Year 9' }],
  words: 'Sent by a generated client.',
  danger_now: 'no',
  when: { words: 'Before lessons', instant: '2026-11-20T08:30:00.000Z' },
  staff_involved: 'nobody',
  told_lead_in_person: 'yes'
}
const sent = await client.reportConcern('generated-client-0001', report, as(token))
must(sent.status === 201, `report: ${JSON.stringify(sent)}`)
must(sent.data.taken_out === 0, 'nothing was to be taken out')
const again = await client.reportConcern('generated-client-0001', report, as(token))
must(again.status === 201 && again.data.reference === sent.data.reference, 'sent again it is the same')

const standing = await client.reportStatus(sent.data.reference, as(token))
must(standing.status === 200 && standing.data.status === 'received', `status: ${JSON.stringify(standing)}`)

const scope = await client.reportConcern('generated-client-0002', report, as(peopleAlone))
must(scope.status === 403 && scope.data.type === '/api/v1/problems/scope', 'a token without the scope')
// Another letter, whatever stands there.
const other = `${token.slice(0, -9)}${token.at(-9) === 'a' ? 'b' : 'a'}${token.slice(-8)}`
const wrong = await client.listPeople({}, as(other))
const there = await client.reportStatus('R-0000-0000', as(token))
const fields = await client.reportConcern('generated-client-0003', { ...report, reporter: 'nobody' }, as(token))
must(fields.status === 422 && fields.data.errors?.[0]?.field === 'reporter', 'the wrong field is named')

console.log(JSON.stringify({
  called: ['describe', 'listPeople', 'reportConcern', 'reportStatus'],
  refused: { scope: scope.status, token: wrong.status, there: there.status, fields: fields.status },
  reference: sent.data.reference
}))
