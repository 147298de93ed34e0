// Who reads a case: locked to named people, somebody kept out, opened because it could not wait; and what leaves it.
import assert from 'node:assert/strict'
import { Person } from './person.mjs'
import { caseOfListedChild } from './scenarios.mjs'

const small = { viewport: { width: 320, height: 640 } }

async function at ({ browser, server, checked }, role, path, options = small) {
  const person = await Person.at(browser, server, checked, options)
  await person.go(path)
  await person.signIn(role)
  if (person.path() !== path) await person.go(path)
  return person
}

async function chooseWho (person, field, name) {
  const option = await person.page.locator(`select[name="${field}"] option`, { hasText: name }).first().getAttribute('value')
  await person.page.locator(`select[name="${field}"]`).selectOption(option)
}

async function lockedAndOpened (context) {
  const address = await caseOfListedChild(context.server)
  const reference = address.match(/C-[A-Z0-9-]+/)[0]
  const lead = await at(context, 'lead', `${address}/records/reading`)
  await lead.sees('No: whoever’s role reads cases reads it')
  await lead.follow('Lock this case to named people')
  await lead.press('Lock the case')
  await lead.sees('Choose who else reads it')
  const deputy = await at(context, 'deputy', address)
  await deputy.sees(reference)
  const head = await at(context, 'head', '/today')
  await chooseWho(lead, 'with', 'Helen Carrick')
  await lead.write('Why is it locked?', 'Somebody close to it works here.')
  await lead.press('Lock the case')
  await lead.sees('It is recorded')
  assert.equal((await deputy.page.goto(address)).status(), 404)
  await deputy.go('/today')
  await deputy.follow('A case that is closed to you and can’t wait')
  await deputy.press('Open the case')
  await deputy.sees('Say why it can’t wait')
  await deputy.write('The reference of the case', 'C-0000-0000')
  await deputy.write('Why can’t it wait?', 'A child is not home and nobody answers.')
  await deputy.press('Open the case')
  await deputy.sees('There is no case of that reference that you could open')
  await deputy.write('The reference of the case', reference.toLowerCase())
  await deputy.press('Open the case')
  await deputy.sees(reference)
  await deputy.go(`${address}/records/case-unlocked`)
  await deputy.write('Why need it be locked no more?', 'I need it.')
  await deputy.press('Unlock the case')
  await deputy.sees('Who else reads it is settled by others')

  await head.go('/today')
  await head.follow('See who and when, and say what you found')
  await head.sees('Nobody has looked at it yet')
  await head.page.locator('input[name="opening"]').first().check()
  await head.choose('What did you find?', 'It was right: it could not wait')
  await head.write('How do you know?', 'We talked it over.')
  await head.press('Record what you found')
  await head.sees('It is recorded')
  await head.sees('We talked it over.')
  const coordinator = await at(context, 'coordinator@partnership', '/openings', {})
  await coordinator.sees('It was right: it could not wait')
  await coordinator.seesNot('We talked it over.')
  await coordinator.seesNot(reference)
  await lead.go(`${address}/chronology`)
  await lead.sees('Opened because it could not wait')
  for (const person of [lead, deputy, head, coordinator]) await person.leave()
}

async function keptOut (context) {
  const address = await caseOfListedChild(context.server)
  const deputy = await at(context, 'deputy', address, { javaScriptEnabled: false })
  await deputy.go(`${address}/records/person-kept-out`)
  await deputy.press('Keep them out')
  await deputy.sees('Choose who is kept out')
  await chooseWho(deputy, 'person', 'Tom Ashgrove')
  await deputy.page.locator('input[name="near"][value="0"]').check()
  await deputy.write('What is known about that?', 'My child is in it.')
  await deputy.press('Keep them out')
  assert.equal(deputy.path(), '/today')
  assert.equal((await deputy.page.goto(address)).status(), 404)
  await deputy.leave()
}

async function shared (context) {
  const address = await caseOfListedChild(context.server)
  const lead = await at(context, 'lead', `${address}/records`)
  await lead.follow('Information shared, and advice without names')
  await lead.follow('Record what was shared, or not')
  await lead.choose('Was it shared?', 'It was shared')
  await lead.write('With whom, or who asked?', 'Another school')
  await lead.page.locator('input[name="when"]').first().fill('today')
  await lead.write('What?', 'That the child is safe.')
  await lead.choose('On what lawful basis?', 'Public task: safeguarding is what a school has to do')
  await lead.write('Why was it right to share it, or not to?', 'A sibling goes there.')
  await lead.choose('Do the child and the family know?', 'No')
  await lead.press('Record it')
  await lead.sees('This has to be said')
  await lead.write('If they don’t: why not?', 'The police asked us to wait.')
  await lead.press('Record it')
  await lead.sees('It is recorded')

  await lead.go(`${address}/records/advice-without-names`)
  await lead.sees('Never a police officer')
  await lead.choose('Who was asked?', 'The LADO')
  await lead.page.locator('input[name="when"]').first().fill('today')
  await lead.write('What did you tell them?', 'A pupil of 13 and another school.')
  await lead.write('What did they advise?', 'Refer today.')
  await lead.press('Record the advice')
  await lead.sees('Refer today.')

  await lead.go(`${address}/records/strategy`)
  await lead.follow('Record a strategy meeting or discussion')
  await lead.page.locator('input[name="when"]').first().fill('today')
  await lead.write('Who chaired it?', 'A team manager, social care')
  await lead.write('Who was there, and for which agency?', 'The police and a nurse')
  await lead.write('What was decided?', 'A joint visit.')
  await lead.press('Record the meeting')
  await lead.sees('Write each person on a line of their own: the name, a comma, the agency')
  await lead.write('Who was there, and for which agency?', 'R. Lane, police\nS. Moss, health')
  await lead.press('Record the meeting')
  await lead.follow('Record what an agency took on')
  await lead.write('Which agency?', 'Social care')
  await lead.write('What will they do?', 'Visit the family.')
  await lead.press('Record this action')
  await lead.follow('Record what became of an action')
  await lead.page.locator('input[name="number"]').first().check()
  await lead.page.locator('input[name="when"]').first().fill('today')
  await lead.choose('What became of it?', 'Not done')
  await lead.write('What was said?', 'Nobody was at home.')
  await lead.press('Record what became of it')
  await lead.sees('Nobody was at home.')
  await lead.go(`${address}/actions`)
  await lead.sees('Ask Social care again about action 1.')
  await lead.leave()
}

export const readingJourneys = [
  ['a case is locked, opened because it could not wait, and that is looked at', lockedAndOpened],
  ['somebody keeps themselves out of a case', keptOut],
  ['information is shared, advice asked without names, and a strategy meeting held', shared]
]
