// A lead tells an officer by telephone: the notice comes first, and what the police did has a place of its own.
import assert from 'node:assert/strict'
import { Person } from './person.mjs'
import { caseOfListedChild } from './scenarios.mjs'

const small = { viewport: { width: 320, height: 640 } }
const tick = (person, name, value) => person.page.locator(`input[name="${name}"][value="${value}"]`).check()

async function byTelephone ({ browser, server, checked }) {
  const lead = await Person.at(browser, server, checked, { ...small, javaScriptEnabled: false })
  await lead.go('/cases')
  await lead.signIn('lead')
  const address = await caseOfListedChild(server)
  await lead.go(`${address}/referrals`)
  await lead.sees('Telling the police means that they must record a crime')
  await lead.write('To whom?', 'A Safer Schools Officer')
  await lead.write('How?', 'By telephone')
  await lead.page.locator('#form').getByLabel('In your own words').first().fill('this morning')
  await lead.write('What was said?', 'What we know.')
  await lead.press('Record this referral')
  await lead.sees('Choose what kind of agency it is')
  await tick(lead, 'kind', 'not-known')
  await lead.press('Record this referral')
  await lead.sees('It is, or may be, the police')
  await tick(lead, 'kind', 'police')
  await lead.press('Record this referral')
  await lead.sees('It is, or may be, the police')
  await lead.page.getByLabel('I know that the police must record a crime, and tell them').check()
  await lead.press('Record this referral')
  await lead.sees('It was known, and confirmed, that the police must record a crime')

  await lead.follow('Record what the police recorded')
  await lead.page.getByLabel(/^A: /).check()
  await lead.page.locator('input[name="when"]').first().fill('at noon')
  await lead.write('Which officer, and of which team?', 'PC Vane, Safer Schools')
  await lead.choose('Has a crime been recorded?', 'Yes')
  await lead.write('Crime reference', '13/100')
  await lead.choose('As what is this child recorded?', 'Person involved')
  await lead.write('Outcome code, if there is one', '99')
  await lead.write('What was the child told?', 'By the officer, with a parent there.')
  await lead.press('Record what they said')
  await lead.sees('This is no outcome code')
  await lead.write('Outcome code, if there is one', '21')
  await lead.press('Record what they said')
  await lead.sees('13/100')
  await lead.sees('Person involved')
  await lead.go(`${address}/chronology`)
  await lead.sees('What the police recorded')
  await lead.leave()
}

async function toldBefore ({ browser, server, checked }) {
  const lead = await Person.at(browser, server, checked)
  await lead.go('/cases')
  await lead.signIn('lead')
  const address = await caseOfListedChild(server)
  await lead.go(`${address}/consultations`)
  await lead.write('With whom?', 'A Safer Schools Officer')
  await tick(lead, 'kind', 'police')
  await lead.write('In your own words', 'this morning')
  await lead.write('What did they advise?', 'They record it.')
  await tick(lead, 'notice', 'told-before')
  await lead.press('Record this consultation')
  await lead.sees('The police have been told, so they must record a crime')
  await lead.go(`${address}/actions`)
  await lead.page.locator('.safelead-task', { hasText: 'Ask the officer for the crime reference' }).first().waitFor()
  await lead.go(`${address}/records/police-said`)
  await lead.page.locator('input[name="when"]').first().fill('at noon')
  await lead.write('Which officer, and of which team?', 'PC Vane, Safer Schools')
  await lead.choose('Has a crime been recorded?', 'Yes')
  await lead.write('Crime reference', '13/100')
  await lead.choose('As what is this child recorded?', 'Nobody has said')
  await lead.press('Record what they said')
  await lead.sees('13/100')
  await lead.go(`${address}/actions`)
  const toDo = lead.page.locator('.safelead-task', { hasText: 'Ask the officer for the crime reference' })
  assert.equal(await toDo.count(), 0, 'it is settled by what was recorded')
  await lead.sees('What the police recorded is on record.')
  await lead.leave()
}

async function sharedByTheRecord ({ browser, server, checked }) {
  const lead = await Person.at(browser, server, checked, small)
  await lead.go('/cases')
  await lead.signIn('lead')
  const address = await caseOfListedChild(server)
  await lead.go(`${address}/referrals`)
  await lead.write('To whom?', 'Children’s social care')
  await tick(lead, 'kind', 'social-care')
  await lead.write('How?', 'By telephone')
  await lead.page.locator('#form').getByLabel('In your own words').first().fill('at once')
  await lead.write('What was said?', 'What we know.')
  await lead.press('Record this referral')
  await lead.go(`${address}/records/sharing`)
  await lead.sees('Basis not written down')
  await lead.follow('Write down the basis of entry')
  await lead.choose('On what lawful basis?', 'Public task: safeguarding is what a school has to do')
  await lead.press('Record the basis')
  await lead.sees('Public task: safeguarding is what a school has to do')
  await lead.seesNot('Basis not written down')
  await lead.leave()
}

export const policeJourneys = [
  ['an officer is told by telephone after the notice, and what the police recorded is kept', byTelephone],
  ['an officer who was told before anybody knew is recorded, and what follows is to be done', toldBefore],
  ['what was shared makes its own lines, and a basis is written beside one', sharedByTheRecord]
]
