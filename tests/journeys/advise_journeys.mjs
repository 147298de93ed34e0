// Advice without an account, in Chromium without script, beside what the command says of the same facts.
import assert from 'node:assert/strict'
import { Person } from './person.mjs'
import { adviceOf, adviceOnPage, scenarios, shownOf } from './scenarios.mjs'

async function answer (anybody, facts) {
  const people = facts.people ?? []
  for (let room = 2; room < people.length; room += 1) await anybody.press('Add another person')
  for (const [at, person] of people.entries()) {
    const letter = String.fromCharCode(65 + at)
    const field = (name) => `[name="${name}-${letter}"]`
    for (const role of person.roles) await anybody.page.locator(`${field('role')}[value="${role}"]`).check()
    if (person.age != null) await anybody.page.locator(field('age')).selectOption(String(Math.min(person.age, 40)))
    if (person.age_at_event != null) await anybody.page.locator(field('age-then')).selectOption(String(Math.min(person.age_at_event, 40)))
    await anybody.page.locator(`${field('basis')}[value="${person.age_basis ?? 'unknown'}"]`).check()
    await anybody.page.locator(`${field('setting')}[value="${person.setting ?? 'unknown'}"]`).check()
  }
  for (const [fact, value] of Object.entries(facts)) {
    // How people know each other is kept in a case, but no rule looks at it, so it is not asked.
    if (fact !== 'people' && fact !== 'relationship') await anybody.page.locator(`input[name="fact-${fact}"][value="${value}"]`).check()
  }
}

async function sameAdvice ({ browser, server, checked }, id, options) {
  const { facts } = scenarios.find((one) => one.id === id)
  const anybody = await Person.at(browser, server, checked, options)
  await anybody.go('/advise')
  await answer(anybody, facts)
  await anybody.press('Show the advice')
  assert.deepEqual(adviceOnPage(await anybody.page.content()), shownOf(await adviceOf(server, facts)))
  await anybody.sees('Who to ring now')
  assert.equal(new URL(anybody.page.url()).search, '')
  assert.deepEqual(await anybody.context.cookies(), [])
  await anybody.leave()
}

async function rules ({ browser, server, checked }) {
  const anybody = await Person.at(browser, server, checked)
  await anybody.go('/guidance')
  for (const edition of ['ukccis-2016', 'ukcis-2020', 'ukcis-2024']) await anybody.go(`/guidance/${edition}`)
  await anybody.sees('Criteria for referring at once')
  await anybody.go('/guidance/ukcis-2024/examples')
  await anybody.sees('Nobody yet')
  await anybody.go('/guidance/local/leeds')
  await anybody.sees('within 24 hours')
  await anybody.leave()
}

export const adviseJourneys = [
  ['anybody gets the advice of scenario S01, without script', (context) => sameAdvice(context, 'S01', { javaScriptEnabled: false })],
  ['anybody gets the advice of scenario S02, without script', (context) => sameAdvice(context, 'S02', { javaScriptEnabled: false })],
  ['anybody gets the advice of scenario S01, with axe on every page', (context) => sameAdvice(context, 'S01', {})],
  ['anybody reads the rules of every edition', rules]
]
