// The 25 worked scenarios, entered as cases through the pages: each gets the advice that the command gives.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { saidBy } from './programs.mjs'
import { Visitor } from './visitor.mjs'

const root = join(import.meta.dirname, '../..')
export const scenarios = JSON.parse(readFileSync(join(root, 'tests/data/scenarios.json'), 'utf8'))
const edition = 'ukcis-2024'

export async function adviceOf (server, facts) {
  return JSON.parse(await saidBy(server.program, [...server.guidance, 'advise', '--edition', edition, '-'], JSON.stringify(facts)))
}

function describe (person) {
  const fields = person.roles.map((role) => ['role', role])
  if (person.age != null) fields.push(['age', String(person.age)])
  if (person.age_at_event != null) fields.push(['age-then', String(person.age_at_event)])
  fields.push(['basis', person.age_basis ?? 'unknown'], ['setting', person.setting ?? 'unknown'])
  return fields
}

// Reports it and opens a case from the report; gives where the case is.
async function openCase (lead, reported) {
  await lead.get('/concerns/new')
  const sent = await lead.send('/concerns/new', reported)
  const concern = sent.replace(/\/sent.*/, '')
  await lead.get(concern)
  return lead.send(`${concern}/open-case`, [])
}

export async function enter (server, scenario) {
  const lead = await new Visitor(server).signIn('lead')
  const address = await openCase(lead, [['unlisted', 'A child, Year 9'], ['words', scenario.summary],
    ['danger', scenario.facts.immediate_danger === 'yes' ? 'yes' : 'no']])
  for (const person of scenario.facts.people ?? []) {
    await lead.get(`${address}/people`)
    await lead.send(`${address}/people`, [['called', `Somebody, ${person.ref}`], ['ask', 'add']])
    const letters = [...(await lead.get(`${address}/people`)).matchAll(/\/people\/([A-Z]+)"/g)].map(([, ref]) => ref)
    const page = `${address}/people/${letters.at(-1)}`
    await lead.get(page)
    await lead.send(page, describe(person))
  }
  await lead.get(`${address}/questions`)
  const answers = Object.entries(scenario.facts).filter(([fact]) => fact !== 'people')
    .map(([fact, value]) => ['fact-' + fact, value])
  if (answers.length > 0) await lead.send(`${address}/questions`, answers)
  return { lead, address }
}

// A case about a child on the school's list, whose date of birth is known.
export async function caseOfListedChild (server) {
  const lead = await new Visitor(server).signIn('lead')
  const page = await lead.get('/concerns/new')
  const csrf = /name="csrf" value="([^"]+)"/.exec(page)[1]
  const found = await lead.ask('/children/search', { method: 'POST', body: new URLSearchParams({ csrf, q: 'a' }) })
  const [child] = await found.json()
  const address = await openCase(lead, [['child', child.id], ['words', 'An image was shared.'], ['danger', 'no']])
  await lead.get(`${address}/people`)
  await lead.send(`${address}/people`, [['child', child.id], ['ask', 'add']])
  return address
}

// The codes that the page gives, in its order, under the newest heading it has.
export function adviceOnPage (page) {
  const main = page.slice(page.indexOf('id="main-content"'))
  return [...main.matchAll(/data-gives="([^"]+)"/g)].map(([, code]) => code)
}

// What the page should show of an answer, in the order of the page. What is for officers is not on it.
export function shownOf (advice) {
  return [advice.route, ...(advice.consult ? [advice.consult] : []), advice.category, ...advice.criteria,
    ...advice.safety_rules, ...advice.indicators, ...advice.unresolved,
    ...advice.flags.filter((flag) => flag !== 'OUTCOME_21_AGGRAVATING_FEATURE')]
}

export const scenarioJourneys = scenarios.map((scenario) => [`scenario ${scenario.id} entered through the web gives the same advice`,
  async ({ server }) => {
    const { lead, address } = await enter(server, scenario)
    const page = await lead.get(`${address}/advice`)
    assert.deepEqual(adviceOnPage(page), shownOf(await adviceOf(server, scenario.facts)))
  }])
