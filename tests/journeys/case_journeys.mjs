// Deciding: raising freely, lowering and not referring with a second person.
import assert from 'node:assert/strict'
import { Person } from './person.mjs'
import { adviceOf, adviceOnPage, enter, scenarios, shownOf } from './scenarios.mjs'

async function leadAt (context, address) {
  const lead = await Person.at(context.browser, context.server, context.checked)
  await lead.signIn('lead')
  await lead.go(address)
  return lead
}

async function everyPage (person, address) {
  for (const page of ['', '/people', '/people/A', '/questions', '/advice', '/guidance', '/decision', '/sign-off', '/consultations',
    '/referrals', '/actions', '/chronology', '/notes']) await person.go(address + page)
}

async function escalate (context) {
  const scenario = scenarios.find((one) => one.expected_2024.route === 'SCHOOL_MANAGE')
  const { address } = await enter(context.server, scenario)
  const lead = await leadAt(context, `${address}/decision`)
  await lead.page.locator('input[name="route"][value="REFER_IMMEDIATE"]').check()
  await lead.write('Reason', 'The child asked for more help than we can give.')
  await lead.press('Record this decision')
  await lead.sees('It is recorded.')
  await lead.sees('Not needed')
  await lead.follow('Actions')
  await lead.sees('Due')
  await lead.follow('Referrals')
  await lead.write('To whom?', 'Children’s social care')
  await lead.page.locator('input[name="kind"][value="social-care"]').check()
  await lead.write('How?', 'By telephone')
  await lead.write('In your own words', 'at once')
  await lead.write('What was said?', 'What we know, and what the child said.')
  await lead.press('Record this referral')
  await lead.sees('Children’s social care')
  await lead.follow('Chronology')
  await lead.sees('Referred to Children’s social care')
  await lead.go('/cases')
  await lead.write('Find a case', 'asked help give')
  await lead.press('Find')
  await lead.follow(address.split('/').pop())
  await everyPage(lead, address)
  await lead.leave()
}

async function notReferring (lead, address, reason) {
  await lead.go(`${address}/decision`)
  await lead.page.locator('input[name="route"][value="SCHOOL_MANAGE"]').check()
  await lead.write('Reason', reason)
  await lead.page.locator('input[name="enough-known"][value="yes"]').check()
  await lead.page.locator('input[name="manageable"][value="yes"]').check()
  for (const line of await lead.page.locator('input[name^="unknown-"]').all()) await line.fill('Asked; it changes nothing here.')
  await lead.press('Record this decision')
}

async function lower (context) {
  const scenario = scenarios.find((one) => one.expected_2024.route === 'CONSULT' &&
    one.expected_2024.criteria.length === 0 && one.expected_2024.safety_rules.length === 0)
  const { address } = await enter(context.server, scenario)
  const lead = await leadAt(context, `${address}/decision`)
  await notReferring(lead, address, 'We know the family well.')
  await lead.sees('Record a consultation first')
  await lead.go(`${address}/consultations`)
  await lead.write('With whom?', 'The local coordinator')
  await lead.page.locator('input[name="kind"][value="local-authority"]').check()
  await lead.write('In your own words', 'this morning')
  await lead.write('What did they advise?', 'The school can manage this with support.')
  await lead.press('Record this consultation')
  await notReferring(lead, address, 'We know the family well.')
  await lead.sees('Waits for a second person')
  const head = await Person.at(context.browser, context.server, context.checked)
  await head.signIn('head')
  await head.go(`${address}/sign-off`)
  await head.page.getByLabel('I don’t agree').check()
  await head.write('Why not?', 'Ask the other family first.')
  await head.press('Record the answer')
  await head.sees('Ask the other family first.')
  await notReferring(lead, address, 'We have asked the other family too.')
  await lead.sees('Waits for a second person')
  await head.go(`${address}/sign-off`)
  await head.page.getByLabel('I agree').check()
  await head.press('Record the answer')
  await head.sees('Agreed by')
  await everyPage(lead, address)
  await lead.leave()
  await head.leave()
}

async function cannotManageAlone (context) {
  const scenario = scenarios.find((one) => one.expected_2024.criteria.length > 0 && one.expected_2024.route === 'REFER_IMMEDIATE')
  const { address } = await enter(context.server, scenario)
  const lead = await leadAt(context, `${address}/decision`)
  await notReferring(lead, address, 'We can manage.')
  await lead.sees('only after an agency has given it back')
  assert.equal(await lead.page.getByLabel('Reason', { exact: true }).inputValue(), 'We can manage.')
  await lead.leave()
}

// As a lead does it: by labels and buttons, from the report on.
async function inChromium (context, id) {
  const scenario = scenarios.find((one) => one.id === id)
  const lead = await leadAt(context, '/concerns/new')
  await lead.write('Not on the list', 'A child, Year 9')
  await lead.write('What was said, in the words used?', scenario.summary)
  await lead.choose('Is anyone in danger now?', 'No')
  await lead.press('Send this report')
  const reference = (await lead.page.locator('main').innerText()).match(/\bR-[A-Z0-9]+-[A-Z0-9]+/)[0]
  await lead.go(`/concerns/${reference}`)
  await lead.press('Open a case')
  const address = lead.path()
  for (const [at, person] of scenario.facts.people.entries()) {
    await lead.go(`${address}/people`)
    await lead.write('Or somebody who is not on the list', `Somebody, ${person.ref}`)
    await lead.press('Add to the case')
    await lead.leaveBy(lead.page.getByRole('link', { name: /^Describe/ }).nth(at))
    for (const role of person.roles) await lead.page.locator(`input[name="role"][value="${role}"]`).check()
    if (person.age != null) await lead.write('Age now, where there is no date of birth', String(person.age))
    if (person.age_at_event != null) await lead.write('Age then, where it can’t be worked out', String(person.age_at_event))
    await lead.page.locator(`input[name="basis"][value="${person.age_basis}"]`).check()
    await lead.page.locator(`input[name="setting"][value="${person.setting}"]`).check()
    await lead.press('Save')
  }
  await lead.go(`${address}/questions`)
  for (const [fact, value] of Object.entries(scenario.facts)) {
    if (fact === 'people') continue
    const radio = lead.page.locator(`input[name="fact-${fact}"][value="${value}"]`)
    // How people know each other is kept, but no rule looks at it, so it is not asked.
    if (fact !== 'relationship') await radio.check()
  }
  await lead.press('Save these answers')
  await lead.go(`${address}/advice`)
  assert.deepEqual(adviceOnPage(await lead.page.content()), shownOf(await adviceOf(context.server, scenario.facts)))
  await lead.leave()
}

export const caseJourneys = [
  ['the lead decides above the advice, freely, and refers', escalate],
  ['going lower waits for a consultation; the head refuses, then signs off', lower],
  ['a case that meets a criterion can’t be managed by the school alone', cannotManageAlone],
  ['scenario S01 by hand in Chromium gives the same advice', (context) => inChromium(context, 'S01')],
  ['scenario S02 by hand in Chromium gives the same advice', (context) => inChromium(context, 'S02')]
]
