// A school refers a child, and the agency answers: two organisations at once.
import assert from 'node:assert/strict'
import { Person } from './person.mjs'
import { caseOfListedChild } from './scenarios.mjs'

const small = { viewport: { width: 320, height: 640 } }

async function fits (person) {
  const wide = await person.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  assert.ok(wide <= 0, `${person.path()} sticks out by ${wide} pixels`)
}

async function openStep (person, title) {
  if (!person.withoutScript) await person.page.locator('summary', { hasText: title }).first().click()
}

async function begin (lead, agency) {
  const address = await caseOfListedChild(lead.server)
  await lead.go(`${address}/referrals`)
  await lead.press('Refer to an agency here')
  await lead.sees('Ring first')
  await lead.page.getByLabel(agency).check()
  await lead.page.getByLabel(/^A: /).check()
  await lead.press('Write the referral')
  await lead.sees('Filled from the case')
  await fits(lead)
  assert.match(await lead.page.getByLabel('Name, date of birth, UPN').inputValue(), /born/)
  return address
}

async function fill (lead) {
  await lead.write('Where are they now?', 'In lessons; the form tutor knows.')
  await lead.write('How soon does something have to happen, and why?', 'Today: it is still being passed on.')
  await lead.write('What do the parents say, and do they agree? If they were not told: why not?', 'The mother knows and agrees.')
  await lead.write('What do you ask them to do?', 'Please say whether you assess.')
  await lead.press('Save, and read it through')
  await lead.sees('Read it through')
  await fits(lead)
}

async function thereAndBack ({ browser, server, checked }) {
  const lead = await Person.at(browser, server, checked, small)
  await lead.go('/cases')
  await lead.signIn('lead')
  await begin(lead, 'Children’s Social Care Front Door (practice)')
  await fill(lead)
  const worker = await Person.at(browser, server, checked)
  await worker.go('/referrals')
  await worker.signIn('socialworker@frontdoor')
  await worker.sees('Nothing has been referred to you here')
  await lead.press('Send it')
  await lead.sees('It is recorded')
  const sent = new URL(lead.page.url()).pathname
  const reference = sent.match(/R-[A-Z0-9-]+/)[0]

  await worker.go('/referrals')
  await worker.follow(`Referral ${reference}`)
  await worker.sees('The mother knows and agrees.')
  await worker.sees('is to answer by')
  await openStep(worker, 'We have received it')
  await worker.press('Record that it was received')
  await openStep(worker, 'Ask for more')
  await worker.write('What do you need to know?', 'Who is at home this evening?')
  await worker.press('Ask the sender')

  await lead.go(sent)
  await lead.sees('Who is at home this evening?')
  await openStep(lead, 'Answer what was asked')
  await lead.write('Your answer', 'Both parents.')
  await lead.press('Send the answer')
  await fits(lead)

  await worker.go(`/referrals/${reference}`)
  await worker.sees('Both parents.')
  await openStep(worker, 'Decide')
  await worker.choose('What is decided?', 'Early help or other services')
  await worker.write('Why?', 'The family has asked for help.')
  await worker.press('Record the decision')

  await lead.go('/today')
  await lead.sees('Referrals that are not at an end')
  await lead.go(sent)
  await lead.sees('Early help or other services')
  await openStep(lead, 'We do not agree')
  await lead.choose('On which step of the ladder?', '1. The two who work on it talk directly, restoratively.')
  await lead.write('What do you not agree with, and what do you ask for?', 'It was shared again; please look again.')
  await lead.press('Record that we do not agree')

  await worker.go(`/referrals/${reference}`)
  await openStep(worker, 'Answer the disagreement')
  await worker.choose('Is it agreed now?', 'Yes')
  await worker.write('What was said, and by whom?', 'We talked: a visit tomorrow.')
  await worker.press('Record the answer')
  await openStep(worker, 'Tell the sender what happens next')
  await worker.write('What happens next, and what may the child and the parents be told?', 'A visit tomorrow; they may be told.')
  await worker.press('Tell the sender')

  await lead.go(sent)
  await lead.sees('A visit tomorrow; they may be told.')
  await openStep(lead, 'Close this referral')
  await lead.write('What came of it?', 'Early help visits.')
  await lead.press('Close it')
  await lead.sees('Closed')
  await worker.go(`/referrals/${reference}`)
  await worker.sees('Early help visits.')

  // What is the school's stays there, and what is theirs is nobody else's: the same page as for what is not there.
  const nobody = await Person.at(browser, server, checked)
  await nobody.go('/referrals')
  await nobody.signIn('socialworker@neighbour')
  const other = await nobody.page.goto(`/referrals/${reference}`)
  const absent = await (await nobody.page.goto('/referrals/R-0000-0000')).text()
  assert.equal(other.status(), 404)
  await nobody.page.goto(`/referrals/${reference}`)
  assert.equal((await nobody.page.locator('main').innerText()).includes('Early help'), false)
  assert.ok(absent.length > 0)
  assert.equal((await worker.page.goto(sent)).status(), 404)
}

async function police ({ browser, server, checked }) {
  const lead = await Person.at(browser, server, checked, { javaScriptEnabled: false })
  await lead.go('/cases')
  await lead.signIn('lead')
  await begin(lead, 'Safer Schools Police Team (practice)')
  await lead.sees('Telling the police means that they must record a crime')
  await fill(lead)
  await lead.press('Send it')
  await lead.sees('Confirm it first')
  await lead.page.getByLabel('I know that the police must record a crime, and tell them').check()
  await lead.press('Send it')
  await lead.sees('It is recorded')
  const reference = new URL(lead.page.url()).pathname.match(/R-[A-Z0-9-]+/)[0]

  const officer = await Person.at(browser, server, checked, small)
  await officer.go('/referrals')
  await officer.signIn('officer@police')
  await officer.follow(`Referral ${reference}`)
  await openStep(officer, 'Before an outcome is chosen')
  await officer.sees('Nothing is computed here')
  await fits(officer)
  await openStep(officer, 'We have received it')
  await officer.press('Record that it was received')
  await openStep(officer, 'Record what the police did')
  await officer.choose('Has a crime been recorded?', 'Yes')
  await officer.write('Crime reference', '13/100')
  await officer.write('Who is recorded as what?', 'A: person involved')
  await officer.press('Record this')
  await officer.sees('13/100')
}

export const referralJourneys = [
  ['a school refers a child and social care answers', thereAndBack],
  ['the police are told after the notice, and say what they recorded', police]
]
