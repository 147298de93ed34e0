// Signing in with a second factor. This server asks for one in practice too.
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { Person } from './person.mjs'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

// RFC 6238, written again, so that it is not the server's word against its own.
function code (secret, ahead = 0) {
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead))
  const mac = createHmac('sha1', key).update(counter).digest()
  const from = mac[19] & 15
  return String((mac.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

const secretOf = async (person) => (await person.page.locator('#secret').innerText()).replaceAll(' ', '')
const texts = (locator) => locator.allInnerTexts()

// As far as being signed in, with an app that was set up.
async function setUp (person, role) {
  await person.signIn(role)
  await person.sees('A password alone is not enough')
  const secret = await secretOf(person)
  await person.write('Code', code(secret))
  await person.press('Set it up')
  const recovery = await texts(person.page.locator('#recovery-codes code'))
  await person.press('I have kept them')
  return { secret, recovery }
}

async function leadSetsUp ({ browser, server, checked }) {
  for (const javaScriptEnabled of [true, false]) {
    const role = javaScriptEnabled ? 'lead' : 'chair'
    const lead = await Person.at(browser, server, checked, { javaScriptEnabled })
    await lead.go('/cases')
    await lead.signIn(role)
    assert.equal(lead.path(), '/sign-in/factor')
    assert.equal(await lead.page.getByRole('img').count(), 1)
    const secret = await secretOf(lead)
    const link = await lead.page.getByRole('link', { name: 'Open it in an app on this device' }).getAttribute('href')
    assert.ok(link.includes(`secret=${secret}`))
    await lead.write('Code', '000000')
    await lead.press('Set it up')
    await lead.sees('That code is not right')
    const used = code(secret)
    await lead.write('Code', used)
    await lead.press('Set it up')
    await lead.sees('They are shown once')
    const recovery = await texts(lead.page.locator('#recovery-codes code'))
    assert.equal(new Set(recovery).size, 10)
    await lead.press('I have kept them')
    assert.equal(lead.path(), '/cases')

    await lead.press('Sign out')
    await lead.signIn(role)
    assert.equal(lead.path(), '/sign-in/code')
    await lead.write('Code', used)
    await lead.press('Go on')
    await lead.sees('was used before')
    await lead.write('Code', code(secret) === used ? code(secret, 1) : code(secret))
    await lead.press('Go on')
    assert.equal(lead.path(), '/inbox')

    await lead.press('Sign out')
    await lead.signIn(role)
    await lead.write('Code', recovery[3].toUpperCase().replaceAll('-', ' '))
    await lead.press('Go on')
    await lead.go('/settings/sign-in')
    await lead.sees('9 of 10 not used yet')
    await lead.leave()
  }
}

async function teacherNeedsNone ({ browser, server, checked }) {
  const teacher = await Person.at(browser, server, checked)
  await teacher.signIn('teacher')
  assert.equal(teacher.path(), '/concerns/new')
  await teacher.go('/settings/sign-in')
  await teacher.sees('Not set up')
  await teacher.follow('Set up')
  await teacher.write('Code', code(await secretOf(teacher)))
  await teacher.press('Set it up')
  await teacher.press('I have kept them')
  await teacher.sees('An app shows you a code')
  await teacher.leave()
}

async function sessionsEnd ({ browser, server, checked }) {
  const here = await Person.at(browser, server, checked, { viewport: { width: 320, height: 640 } })
  const there = await Person.at(browser, server, checked)
  await here.signIn('teacher2')
  await there.signIn('teacher2')
  await here.go('/settings/sessions')
  await here.sees('Chrome on Linux')
  await here.press('End Chrome on Linux')
  await there.go('/my-reports')
  assert.equal(there.path(), '/sign-in')
  await there.signIn('teacher2')
  await here.go('/settings/sessions')
  await here.press('Sign out everywhere')
  await there.go('/my-reports')
  assert.equal(there.path(), '/sign-in')
  await here.leave()
  await there.leave()
}

async function twoPeopleReset ({ browser, server, checked }) {
  const head = await Person.at(browser, server, checked)
  const office = await Person.at(browser, server, checked)
  const deputy = await Person.at(browser, server, checked)
  await setUp(head, 'head')
  await setUp(office, 'office')
  await setUp(deputy, 'deputy')
  await office.go('/settings/sign-ins')
  await office.press('Ask for a reset Tom Ashgrove')
  await office.sees('Bev Okonjo asks to reset it')
  assert.equal(await office.page.getByRole('button', { name: /Agree to the reset/ }).count(), 0)
  await deputy.go('/settings/sign-in')
  await deputy.sees('Bev Okonjo has asked to reset how you sign in')
  await head.go('/settings/sign-ins')
  await head.press('Agree to the reset Tom Ashgrove')
  await head.sees('Whoever has it signs in as them')
  const link = await head.page.locator('#invitation-link').innerText()
  await deputy.go('/inbox')
  assert.equal(deputy.path(), '/sign-in')

  const anew = await Person.at(browser, server, checked)
  await anew.page.goto(link)
  await anew.look()
  const invitation = link.split('#')[1]
  await anew.page.waitForFunction(() => document.getElementById('code').value !== '')
  assert.equal(await anew.page.getByLabel('Invitation code').inputValue(), invitation)
  assert.ok(!anew.page.url().includes(invitation))
  await anew.write('A new password', 'three words or four')
  await anew.press('Set my password')
  await anew.sees('Set up a code')
  await anew.write('Code', code(await secretOf(anew)))
  await anew.press('Set it up')
  await anew.press('I have kept them')
  assert.equal(anew.path(), '/inbox')

  const late = await Person.at(browser, server, checked, { javaScriptEnabled: false })
  await late.page.goto(link)
  assert.equal(await late.page.getByLabel('Invitation code').inputValue(), '')
  await late.write('Invitation code', invitation)
  await late.write('A new password', 'other words and so')
  await late.press('Set my password')
  await late.sees('was used, or is over')
  for (const person of [head, office, deputy, anew, late]) await person.leave()
}

async function passkey ({ browser, server, checked }) {
  // Browsers know passkeys only at a name, not at a number.
  const named = { ...server, address: server.address.replace('127.0.0.1', 'localhost') }
  const governor = await Person.at(browser, named, checked)
  const devices = await governor.context.newCDPSession(governor.page)
  await devices.send('WebAuthn.enable')
  await devices.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal',
    hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } })
  await governor.signIn('teacher2')
  await governor.go('/settings/passkeys')
  await governor.sees('You have none yet')
  await governor.write('What do you call it?', 'School laptop')
  await governor.press('Add a passkey')
  await governor.sees('School laptop')
  await governor.press('Sign out')
  await governor.follow('sign in with a passkey')
  await governor.press('Use my passkey')
  assert.equal(governor.path(), '/concerns/new')
  await governor.go('/settings/passkeys')
  await governor.press('Take away School laptop')
  assert.equal(governor.path(), '/sign-in')
  await governor.go('/sign-in/passkey')
  await governor.press('Use my passkey')
  await governor.sees('That passkey was not accepted')
  await governor.leave()

  const without = await Person.at(browser, named, checked, { javaScriptEnabled: false })
  await without.go('/sign-in/passkey')
  await without.sees('This one can’t use them here')
  assert.equal(await without.page.getByRole('button', { name: 'Use my passkey' }).count(), 0)
  await without.follow('Sign in with a password instead')
  await without.leave()
}

export const signInJourneys = [
  ['sign-in: a lead sets a code up before anything is readable, script on and off', leadSetsUp],
  ['sign-in: a teacher needs no code, and may have one', teacherNeedsNone],
  ['sign-in: a passkey is added, used and taken away', passkey],
  ['sign-in: sessions are listed and ended', sessionsEnd],
  ['sign-in: two people reset, and an invitation begins anew', twoPeopleReset]
]
