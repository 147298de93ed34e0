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

export async function begin (lead, agency) {
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

export async function fill (lead) {
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
  const reference = sent.match(/\bR-[A-Z0-9-]+/)[0]

  await worker.go('/referrals')
  await worker.write('Find a referral', 'mother agrees')
  await worker.press('Find')
  await fits(worker)
  await worker.sees('The newest first')
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
  await lead.sees('Nobody has named who that is. No time is set for it.')
  await lead.choose('On which step of the ladder?', '2. Their line managers or safeguarding leads talk.')
  await lead.write('What do you not agree with, and what do you ask for?', 'It was shared again; please look again.')
  await lead.press('Record that we do not agree')
  await lead.sees('This has to be said')
  await lead.choose('On which step of the ladder?', '1. The two who work on it talk directly, restoratively.')
  await lead.write('What do you not agree with, and what do you ask for?', 'It was shared again; please look again.')
  await lead.press('Record that we do not agree')

  await worker.go(`/referrals/${reference}`)
  await worker.sees('Not agreed. The step now: The two who work on it talk directly, restoratively.')
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
  const address = await begin(lead, 'Safer Schools Police Team (practice)')
  await lead.sees('Telling the police means that they must record a crime')
  await fill(lead)
  await lead.press('Send it')
  await lead.sees('Confirm it first')
  await lead.page.getByLabel('I know that the police must record a crime, and tell them').check()
  await lead.press('Send it')
  await lead.sees('It is recorded')
  const reference = new URL(lead.page.url()).pathname.match(/\bR-[A-Z0-9-]+/)[0]

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
  await officer.page.getByLabel('Person involved', { exact: true }).check()
  await officer.press('Record this')
  await officer.sees('13/100')

  await lead.go(`${address}/records/police`)
  await lead.sees('13/100')
  await lead.sees('recorded there by the police themselves')
}

// An agency without an account: a link and a code open it once, its reader answers, and what is said by telephone is
// written down.
async function withoutAccount ({ browser, server, checked }) {
  const lead = await Person.at(browser, server, checked, small)
  await lead.go('/cases')
  await lead.signIn('lead')
  const address = await caseOfListedChild(server)
  await lead.go(`${address}/referrals/new`)
  await lead.page.getByLabel('Somebody who is not on this list').check()
  await lead.page.getByLabel(/^A: /).check()
  await lead.press('Write the referral')
  await lead.sees('Say what it is called')
  await lead.write('What is it called?', 'Moorside children’s services')
  await lead.choose('What is it?', 'Children’s social care')
  await lead.press('Write the referral')
  await fill(lead)
  await lead.press('Send it')
  await lead.sees('They have no account here')
  const sent = lead.path()
  const paper = await lead.context.request.get(`${server.address}${sent}/paper`)
  assert.equal(paper.headers()['content-type'], 'application/pdf')
  assert.ok((await paper.body()).subarray(0, 5).equals(Buffer.from('%PDF-')))

  await openStep(lead, 'Give them a link and a code')
  await lead.write('Who is to open it, and at which agency?', 'The duty worker at Moorside')
  await lead.press('Make a link and a code')
  await lead.sees('Give them this link, and the code another way')
  const link = await lead.page.locator('#link').innerText()
  const code = await lead.page.locator('#link-code').innerText()

  const worker = await Person.at(browser, server, checked, small)
  await worker.go('/shared')
  await worker.go(new URL(link).pathname + new URL(link).hash)
  await worker.page.reload()
  await worker.page.goto('about:blank')
  await worker.go(new URL(link).pathname + new URL(link).hash)
  await worker.write('The code: eight digits', '00000000')
  await worker.press('Open it')
  await worker.sees('That is not right')
  await worker.write('What stands behind the # of the link', new URL(link).hash.slice(1))
  await worker.write('The code: eight digits', code)
  await worker.press('Open it')
  await worker.sees('The mother knows and agrees.')
  assert.equal(worker.path(), '/shared')
  await openStep(worker, 'We have received it')
  await worker.press('Record that it was received')
  await worker.sees('Say who answered')
  await worker.page.locator('#who-received').fill('R. Lane, team manager')
  await worker.press('Record that it was received')
  await openStep(worker, 'Decide')
  await worker.page.locator('#who-decided').fill('R. Lane, team manager')
  await worker.choose('What is decided?', 'Early help or other services')
  await worker.write('Why?', 'The family has asked for help.')
  await worker.press('Record the decision')
  await worker.sees('It is recorded, and the school sees it')

  const again = await Person.at(browser, server, checked, { javaScriptEnabled: false })
  await again.go('/shared')
  await again.write('What stands behind the # of the link', new URL(link).hash.slice(1))
  await again.write('The code: eight digits', code)
  await again.press('Open it')
  await again.sees('it was opened before')

  await lead.go(sent)
  await lead.sees('R. Lane, team manager')
  await openStep(lead, 'Tell the sender what happens next')
  await lead.page.locator('#who-fed-back').fill('a duty worker')
  await lead.write('What happens next, and what may the child and the parents be told?', 'A visit tomorrow.')
  await lead.press('Tell the sender')
  await lead.sees('a duty worker (written down by')
  await lead.go(`${address}/chronology`)
  await lead.sees('was opened with its code')
  await lead.leave()
}

// Somebody at the agency stands too near: they are kept out by name, and for them there is nothing; a colleague reads it.
async function keptOutThere ({ browser, server, checked }) {
  const lead = await Person.at(browser, server, checked)
  await lead.go('/cases')
  await lead.signIn('lead')
  await begin(lead, 'Children’s Social Care Front Door (practice)')
  await fill(lead)
  await lead.press('Send it')
  const reference = lead.path().match(/\bR-[A-Z0-9-]+/)[0]
  const address = `/referrals/${reference}`

  const worker = await Person.at(browser, server, checked)
  await worker.go('/referrals')
  await worker.signIn('socialworker@frontdoor')
  await worker.sees(reference)

  const manager = await Person.at(browser, server, checked, small)
  await manager.go('/referrals')
  await manager.signIn('manager@frontdoor')
  await manager.follow(`Referral ${reference}`)
  await manager.follow('Who reads this, and who is kept out')
  await openStep(manager, 'Keep somebody out by name')
  await manager.press('Keep them out')
  await manager.sees('Choose who')
  const who = manager.page.locator('select[name="person-keep-out"]')
  await who.selectOption(await who.locator('option', { hasText: 'Imogen Vance' }).getAttribute('value'))
  await manager.choose('Why do they stand too near?', 'A child in it is theirs')
  await manager.write('What is known about that?', 'They said so.')
  await manager.press('Keep them out')
  await manager.sees('It is recorded')
  await fits(manager)

  const absent = await worker.page.goto('/referrals/R-0000-0000')
  const nothing = await worker.page.locator('main').innerText()
  for (const path of [address, `${address}/readers`, `${address}/who-reads`]) {
    assert.equal((await worker.page.goto(path)).status(), absent.status())
    assert.equal(await worker.page.locator('main').innerText(), nothing)
  }
  await worker.go('/referrals')
  await worker.seesNot(reference)

  await manager.go(address)
  await manager.sees('The mother knows and agrees.')
  await manager.sees('nobody else has looked at that yet')
  for (const person of [lead, worker, manager]) await person.leave()
}

// What an agency took on at a strategy meeting, told on the referral's page and answered there.
async function meetingTold ({ browser, server, checked }) {
  const lead = await Person.at(browser, server, checked)
  await lead.go('/cases')
  await lead.signIn('lead')
  const address = await begin(lead, 'Children’s Social Care Front Door (practice)')
  await fill(lead)
  await lead.press('Send it')
  const sent = lead.path()
  const reference = sent.match(/\bR-[A-Z0-9-]+/)[0]
  await lead.go(`${address}/records/strategy-meeting-held`)
  await lead.page.locator('input[name="when"]').first().fill('today')
  await lead.write('Who chaired it?', 'A team manager, social care')
  await lead.write('Who was there, and for which agency?', 'I. Vance, social care\nR. Lane, police')
  await lead.write('What was decided?', 'A joint visit.')
  await lead.press('Record the meeting')
  await lead.go(`${address}/records/action-agreed`)
  await lead.write('Which agency?', 'Social care')
  await lead.write('What will they do?', 'Visit the family.')
  await lead.press('Record this action')

  await lead.go(sent)
  await openStep(lead, 'Tell them of a strategy meeting')
  await lead.page.locator('input[name="meeting"]').first().check()
  await lead.page.locator('input[name="their-action"]').first().check()
  await lead.press('Tell them')
  await lead.sees('It is recorded')

  const worker = await Person.at(browser, server, checked, small)
  await worker.go(`/referrals/${reference}`)
  await worker.signIn('socialworker@frontdoor')
  await worker.sees('R. Lane, police')
  await worker.seesNot('A joint visit.')
  await openStep(worker, 'Say what became of an action')
  await worker.press('Record what became of it')
  await worker.sees('Choose which action')
  await worker.page.locator('input[name="action"]').first().check()
  await worker.choose('What became of it?', 'Not done')
  await worker.write('What was done, or why not?', 'Nobody was at home.')
  await worker.press('Record what became of it')
  await worker.sees('Nobody was at home.')
  await fits(worker)
  await lead.go(`${address}/records/strategy`)
  await lead.sees('Nobody was at home.')
  for (const person of [lead, worker]) await person.leave()
}

export const referralJourneys = [
  // First, while nothing has been referred yet.
  ['a school refers a child and social care answers', thereAndBack],
  ['the police are told after the notice, and say what they recorded', police],
  ['an agency without an account is given a link and a code, and answers', withoutAccount],
  ['an agency is told of a strategy meeting, and answers what it took on', meetingTold],
  ['a social worker is kept out of a referral, and a colleague reads it', keptOutThere]
]
