// Training: planned, booked, waited for, attended, evaluated; who has what; guides read and understood.
import assert from 'node:assert/strict'
import { Person } from './person.mjs'
import { saidBy } from './programs.mjs'

const small = { viewport: { width: 320, height: 640 } }
const trainer = 'trainer@partnership.example'

async function fits (person) {
  const wide = await person.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  assert.ok(wide <= 0, `${person.path()} sticks out by ${wide} pixels`)
}

// What a clock on a wall in England shows in so many minutes.
function onTheWall (minutes) {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London', day: 'numeric', month: 'numeric', year: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false
  }).formatToParts(new Date(Date.now() + minutes * 60_000))
  const part = (type) => parts.find((one) => one.type === type).value
  return { day: part('day'), month: part('month'), year: part('year'), time: `${part('hour')}:${part('minute')}` }
}

async function plan (person, { minutes, places }) {
  await person.go('/training/plan')
  await person.signIn(trainer)
  const when = onTheWall(minutes)
  await person.press('Plan it')
  await person.sees('Choose what is taught')
  await person.choose('What is taught?', 'When children share images')
  await person.choose('What kind of training is it?', 'light bite')
  for (const part of ['day', 'month', 'year']) await person.page.locator(`[name="starts-${part}"]`).fill(when[part])
  await person.write('From when?', when.time)
  await person.write('How many minutes?', '45')
  await person.write('Where?', 'Room 2, ring 0113 496 0100')
  await person.write('How many places?', String(places))
  await person.choose('Who may come?', 'Everybody who works in the partnership')
  await person.write('Which content?', 'Guide 155, edition 1')
  await person.press('Plan it')
  await person.sees('Leave the telephone number out')
  await person.write('Where?', 'Room 2')
  await person.press('Plan it')
  assert.match(person.path(), /^\/training\/S-/)
  return person.path()
}

async function signedIn (browser, server, checked, who, options = {}) {
  const person = await Person.at(browser, server, checked, options)
  await person.go('/sign-in?next=/training')
  await person.signIn(who)
  assert.equal(person.path(), '/training')
  return person
}

async function certificateOf (person, server) {
  const cookies = (await person.context.cookies()).map((one) => `${one.name}=${one.value}`).join('; ')
  const answer = await fetch(`${server.address}${person.path()}/certificate`, { headers: { cookie: cookies } })
  assert.equal(answer.headers.get('content-type'), 'application/pdf')
  return Buffer.from(await answer.arrayBuffer())
}

async function wholeWay ({ browser, server, checked }, options) {
  const runs = await Person.at(browser, server, checked, options)
  const session = await plan(runs, { minutes: 20, places: 1 })
  const teacher = await signedIn(browser, server, checked, 'teacher', { ...small, ...options })
  const deputy = await signedIn(browser, server, checked, 'deputy', options)
  await teacher.go(session)
  await fits(teacher)
  await teacher.press('Book a place')
  await teacher.sees('You have a place.')
  await deputy.go(session)
  await deputy.sees('There is no place left.')
  await deputy.press('Join the waiting list')
  await deputy.sees('You are number 1 on the waiting list.')
  await teacher.go('/today')
  await teacher.sees('Your training within a week')
  await teacher.go(session)
  await teacher.press('Give up my place')
  await deputy.go(session)
  await deputy.sees('You have a place.')

  await runs.go(`${session}/register`)
  await runs.press('Open a code')
  const code = await runs.page.locator('.govuk-inset-text strong').first().innerText()
  assert.match(code, /^[a-z]+ [a-z]+$/)
  await teacher.go(session)
  await teacher.write('The two words', 'acorn acorn')
  await teacher.press('I was there')
  await teacher.sees('That is not the code')
  await teacher.write('The two words', code.toUpperCase())
  await teacher.press('I was there')
  await teacher.sees('You were there.')
  await fits(teacher)
  await teacher.choose('How useful was it for your work?', 'Very')
  await teacher.choose('Would you know what to do now?', 'Partly')
  await teacher.write('What was missing, or what will you do differently?', 'More time for questions.')
  await teacher.press('Send')
  await teacher.seesNot('How was it?')
  const pdf = await certificateOf(teacher, server)
  const said = await saidBy('pdfinfo', ['-'], pdf)
  assert.match(said, /Tagged: +yes/)
  assert.match(said, /Pages: +1\n/)
  assert.match(said, /Title: +Certificate of attendance\n/)
  const fonts = (await saidBy('pdffonts', ['-'], pdf)).trim().split('\n').slice(2)
  assert.ok(fonts.length > 0 && fonts.every((font) => / yes +(yes|no) +(yes|no) +\d+ +\d+$/.test(font)), fonts.join('\n'))
  const words = await saidBy('pdftotext', ['-', '-'], pdf)
  assert.match(words, /Grace Lindqvist/)

  await runs.go(`${session}/register`)
  await runs.sees('Came without a place.')
  await runs.choose('Tom Ashgrove', 'Was not there')
  await runs.press('Keep the register')
  await runs.sees('Kept.')
  assert.ok(await runs.page.getByRole('group', { name: 'Tom Ashgrove' }).getByLabel('Was not there').isChecked())
  await fits(runs)
  for (const person of [runs, teacher, deputy]) await person.leave()
}

async function withScript (at) {
  await wholeWay(at, {})
}

async function withoutScript (at) {
  await wholeWay(at, { javaScriptEnabled: false })
}

async function openToAll ({ browser, server, checked }) {
  const reader = await Person.at(browser, server, checked, small)
  await reader.go('/training')
  await reader.sees('Coming sessions')
  await reader.sees('Light Bite')
  await fits(reader)
  assert.deepEqual(await reader.context.cookies(), [])
  await reader.leaveBy(reader.page.getByRole('link', { name: /When children share images,/ }).first())
  await reader.sees('Sign in to book')
  await fits(reader)
  const answer = await fetch(`${server.address}${reader.path()}/calendar`)
  assert.match(answer.headers.get('content-type'), /^text\/calendar/)
  const file = await answer.text()
  assert.match(file, /^BEGIN:VCALENDAR\r\n/)
  assert.match(file, /\r\nSUMMARY:Training S-/)
  const hidden = await fetch(`${server.address}/training/record`, { redirect: 'manual' })
  assert.equal(hidden.status, 303)
  await reader.leave()
}

async function theRecord ({ browser, server, checked }) {
  const teacher = await signedIn(browser, server, checked, 'teacher2', small)
  await teacher.go('/training/mine')
  await teacher.sees('What your role needs')
  await fits(teacher)
  await teacher.go('/training/record')
  await teacher.sees('You can’t see this')
  await teacher.go('/guides/1001-the-first-minute')
  await teacher.press('I have read and understood this edition')
  await teacher.sees('You confirmed edition 1')

  const lead = await signedIn(browser, server, checked, 'lead')
  await lead.go('/training/record')
  await lead.sees('At a glance')
  await lead.sees('Confirmed: 1 of')
  await lead.press('Record it')
  await lead.sees('Choose a person')
  await lead.page.locator('[name="person"]').selectOption({ label: 'Priya Marlowe' })
  await lead.choose('What was taught?', 'Designated safeguarding lead')
  await lead.choose('What kind of training was it?', 'course')
  for (const [part, value] of [['day', '1'], ['month', '9'], ['year', String(new Date().getFullYear() - 1)]]) {
    await lead.page.locator(`[name="on-${part}"]`).fill(value)
  }
  await lead.write('Who gave it?', 'The partnership')
  await lead.press('Record it')
  await lead.sees('By The partnership (record 1)')
  await lead.page.locator('summary', { hasText: 'Strike out a record' }).click()
  await lead.page.locator('[name="struck-person"]').selectOption({ label: 'Priya Marlowe' })
  await lead.write('Number of the record', '1')
  await lead.write('Why was it wrong?', 'Another person')
  await lead.press('Strike it out')
  await lead.seesNot('By The partnership')
  const phone = await signedIn(browser, server, checked, 'head', small)
  await phone.go('/training/record')
  await fits(phone)

  const coordinator = await signedIn(browser, server, checked, 'coordinator@partnership.example', small)
  await coordinator.go('/today')
  await coordinator.sees('What waits for you today')
  await fits(coordinator)
  for (const person of [teacher, lead, phone, coordinator]) await person.leave()
}

async function learnsAlone ({ browser, server, checked }) {
  const reader = await Person.at(browser, server, checked, small)
  await reader.go('/training')
  await reader.follow('Learn it by yourself')
  await reader.sees('First: the guide')
  await fits(reader)
  await reader.press('I have read the guide: begin')
  await reader.sees('Situation 1 of')
  await reader.press('Show the advice')
  await reader.sees('Choose what you would do')
  await reader.page.locator('input[name="route"]').first().check()
  await reader.press('Show the advice')
  await reader.sees('The advice says')
  await reader.sees('Why the advice says so:')
  await reader.sees('Situation 2 of')
  await fits(reader)
  await reader.press('Stop here and see how it went')
  await reader.sees('Situations decided: 1 of')
  await reader.sees('You are not signed in, so nothing of it is kept.')
  assert.deepEqual(await reader.context.cookies(), [])
  const teacher = await signedIn(browser, server, checked, 'teacher2', { javaScriptEnabled: false })
  await teacher.go('/training/learn')
  await teacher.press('I have read the guide: begin')
  await teacher.page.locator('input[name="route"]').last().check()
  await teacher.press('Show the advice')
  await teacher.press('Stop here and see how it went')
  await teacher.press('Keep this on my training record')
  assert.equal(teacher.path(), '/training/mine')
  await teacher.sees('e-learning')
  await teacher.sees('1 of 25 situations')
  for (const person of [reader, teacher]) await person.leave()
}

export const trainingJourneys = [
  ['training: by oneself, kept only when signed in', learnsAlone],
  ['training: open to anybody', openToAll],
  ['training: planned, booked, waited for, attended', withScript],
  ['training: the same without script', withoutScript],
  ['training: who has what, and guides confirmed', theRecord]
]
