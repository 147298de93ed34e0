// Giving a role that reads takes two people; somebody who works in two places is in one at a time.
import assert from 'node:assert/strict'
import { Person } from './person.mjs'

const password = 'three words or four'

async function useInvitation (person, code) {
  await person.go('/invitation')
  await person.write('Invitation code', code)
  await person.write('A new password', password)
  await person.press('Set my password')
}

async function signInAs (person, email) {
  await person.go('/sign-in')
  await person.write('E-mail address', email)
  await person.write('Password', password)
  await person.press('Sign in')
}

const invitationOn = (person) => person.page.locator('#invitation').innerText()

async function twoPeopleGiveARole ({ browser, server, checked }) {
  for (const javaScriptEnabled of [true, false]) {
    const name = javaScriptEnabled ? 'Morwenna Ashdown' : 'Callum Redfern'
    const email = `${name.split(' ')[0].toLowerCase()}@fennimore.example`
    const office = await Person.at(browser, server, checked, { javaScriptEnabled, viewport: { width: 320, height: 640 } })
    const head = await Person.at(browser, server, checked, { javaScriptEnabled })
    await office.signIn('office')
    await office.go('/settings/sign-in')
    await office.follow('the people here and their roles')
    await office.press('Add somebody')
    await office.press('Add them')
    await office.sees('Choose at least one role')
    await office.write('Name', name)
    await office.write('Work e-mail address', email)
    await office.choose('What do they do here?', 'member of staff')
    await office.choose('What do they do here?', 'designated safeguarding lead')
    await office.press('Add them')
    await office.sees('Bev Okonjo asks for it')
    assert.equal(await office.page.getByRole('button', { name: /^Agree/ }).count(), 0)

    await head.signIn('head')
    await head.go('/settings/people')
    await head.sees('Waiting for a second person')
    await head.press(`Agree ${name}, designated safeguarding lead`)
    await head.sees('Whoever has it signs in as them')
    const code = await invitationOn(head)
    await head.press('Done')
    await head.sees('An invitation is open until')

    const lead = await Person.at(browser, server, checked, { javaScriptEnabled })
    await useInvitation(lead, code)
    assert.equal(lead.path(), '/inbox')

    // It is taken away by one, and the next page is closed.
    await office.go('/settings/people')
    await office.leaveBy(office.page.locator('.govuk-summary-card', { hasText: name }).getByRole('link', { name: /Look/ }))
    await office.follow('Take away')
    await office.choose('Which one?', 'designated safeguarding lead')
    await office.press('Take it away')
    await lead.go('/inbox')
    await lead.sees('You can’t see this')
    for (const person of [office, head, lead]) await person.leave()
  }
}

async function awayLeftAndRenamed ({ browser, server, checked }) {
  const office = await Person.at(browser, server, checked)
  await office.signIn('office')
  await office.go('/settings/people/add')
  await office.write('Name', 'Tobias Fenwright')
  await office.write('Work e-mail address', 'tobias@fennimore.example')
  await office.choose('What do they do here?', 'member of staff')
  await office.press('Add them')
  const code = await invitationOn(office)
  const tobias = await Person.at(browser, server, checked)
  await useInvitation(tobias, code)
  assert.equal(tobias.path(), '/concerns/new')

  await office.press('Done')
  await office.follow('Record that they are away')
  await office.write('Day', '1')
  await office.write('Month', '12')
  await office.write('Year', '2026')
  await office.choose('Who covers?', 'Tom Ashgrove')
  await office.press('Record it')
  await office.sees('Away from 1 December 2026. Tom Ashgrove covers.')
  await office.press('They are back')
  await office.seesNot('Tom Ashgrove covers')
  await office.follow('Change')
  await office.write('Name', 'Tobias Farrow')
  await office.press('Change it')
  await office.sees('Tobias Farrow')
  await office.follow('Change their e-mail address')
  await office.write('Work e-mail address', '<tobias@fennimore.example>')
  await office.press('Change it')
  await office.sees('Give a whole e-mail address')
  await office.write('Work e-mail address', 'farrow@fennimore.example')
  await office.press('Change it')
  await office.sees('farrow@fennimore.example')
  const farrow = await Person.at(browser, server, checked, { viewport: { width: 320, height: 640 } })
  await signInAs(farrow, 'farrow@fennimore.example')
  assert.equal(farrow.path(), '/concerns/new')
  await farrow.go('/settings/sign-in')
  await farrow.sees('The e-mail address that you sign in with was changed for you')
  await farrow.leave()
  await office.follow('Record that they have left')
  await office.choose('Is it so?', 'Yes, they no longer work here')
  await office.press('Record that they have left')
  await office.sees('They have left')
  await tobias.go('/my-reports')
  assert.equal(tobias.path(), '/sign-in')
  await office.leave()
  await tobias.leave()
}

async function twoPlaces ({ browser, server, checked }) {
  const office = await Person.at(browser, server, checked)
  const other = await Person.at(browser, server, checked)
  await office.signIn('office')
  await office.go('/settings/people/add')
  await office.write('Name', 'Isolde Marchbank')
  await office.write('Work e-mail address', 'isolde@fennimore.example')
  await office.choose('What do they do here?', 'member of staff')
  await office.press('Add them')
  const code = await invitationOn(office)
  const isolde = await Person.at(browser, server, checked, { viewport: { width: 320, height: 640 } })
  await useInvitation(isolde, code)
  assert.equal(isolde.path(), '/concerns/new')
  assert.equal(await isolde.page.getByRole('link', { name: 'Work elsewhere' }).count(), 0)

  await other.signIn('head@littlewendle')
  await other.go('/settings/people/add')
  await other.write('Name', 'Isolde Marchbank')
  await other.write('Work e-mail address', 'isolde@fennimore.example')
  await other.choose('What do they do here?', 'governor for safeguarding')
  await other.press('Add them')
  await other.sees('Works at Fennimore High School (practice), and signs in as they do there')

  const again = await Person.at(browser, server, checked, { javaScriptEnabled: false })
  await signInAs(again, 'isolde@fennimore.example')
  assert.equal(again.path(), '/sign-in/place')
  await again.press('Go on')
  await again.sees('Choose where you work now')
  await again.choose('Organisation', 'Little Wendle Primary School (practice)')
  await again.press('Go on')
  await again.go('/my-reports')
  assert.match(await again.page.locator('.safelead-account').innerText(), /Little Wendle Primary School/)

  // Where she was signed in before, the way there is now to be seen, and there is nothing of the one at the other.
  await isolde.go('/my-reports')
  await isolde.follow('Work elsewhere')
  await isolde.choose('Organisation', 'Little Wendle Primary School (practice)')
  await isolde.press('Go there')
  await isolde.go('/my-reports')
  assert.match(await isolde.page.locator('.safelead-account').innerText(), /Little Wendle Primary School/)
  await isolde.seesNot('Fennimore')
  for (const person of [office, other, isolde, again]) await person.leave()
}

// The file is chosen once; what was read of it is shown, with and without script.
async function listsFromFiles ({ browser, server, checked }) {
  const small = { viewport: { width: 320, height: 640 } }
  const file = (name, text) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  const office = await Person.at(browser, server, checked, small)
  await office.signIn('office')
  await office.go('/settings/people')
  await office.follow('bring in a list of staff')
  await office.page.getByLabel('The file', { exact: true }).setInputFiles(file('staff.csv', 'Name,Email\nNobody,no\n'))
  await office.press('See what would change')
  await office.sees('What to put right in the file')
  await office.page.getByLabel('The file', { exact: true })
    .setInputFiles(file('staff.csv', 'Name,Email,Roles\nPetra Lowell,petra@fennimore.example,staff;deputy\n'))
  await office.press('See what would change')
  await office.sees('Nothing has been written yet')
  await office.press('Bring it in')
  await office.sees('The list was brought in')
  await office.follow('People here')
  await office.sees('Petra Lowell')
  await office.sees('Waiting for a second person')
  await office.leave()

  const lead = await Person.at(browser, server, checked, { javaScriptEnabled: false })
  await lead.signIn('lead')
  await lead.go('/settings/sign-in')
  await lead.follow('bring in the list of your school’s children')
  await lead.page.getByLabel('The file', { exact: true })
    .setInputFiles(file('children.csv', 'Surname,Forename,DOB\nZedwick,Alex,01/09/2012\n'))
  await lead.press('See what would change')
  await lead.press('Bring it in')
  await lead.sees('The list was brought in')
  await lead.leave()
}

export const peopleJourneys = [
  ['people: one asks for a role that reads, another agrees, script on and off', twoPeopleGiveARole],
  ['people: away, back, renamed, left', awayLeftAndRenamed],
  ['people: somebody with two places is in one at a time', twoPlaces],
  ['people: lists of staff and of children come in from files, script on and off', listsFromFiles]
]
