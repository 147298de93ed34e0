// The first minute, and reporting.
import assert from 'node:assert/strict'
import { Person } from './person.mjs'

async function fillReport (teacher) {
  await teacher.write('Not on the list', 'Robin Vale, Year 9')
  await teacher.write('What was said, in the words used?', 'They said: “somebody shared an image of me”.')
  await teacher.choose('Is anyone in danger now?', 'No')
  await teacher.choose('Has the safeguarding lead been told in person?', 'Yes')
}

async function firstMinute ({ browser, server, checked }) {
  const passerBy = await Person.at(browser, server, checked)
  let bytes = 0
  const session = await passerBy.context.newCDPSession(passerBy.page)
  await session.send('Network.enable')
  session.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength })
  await passerBy.page.goto('/now', { waitUntil: 'networkidle' })
  await passerBy.sees('999')
  assert.ok(bytes > 0 && bytes <= 100_000, `the first load was ${bytes} bytes`)
  await passerBy.look()
  const text = await passerBy.page.locator('main').innerText()
  assert.ok(text.indexOf('999') < text.indexOf('copy'), '999 comes first')
  for (const address of ['/', '/now/paper', '/young-people', '/parents', '/law', '/accessibility', '/privacy', '/sign-in']) {
    await passerBy.go(address)
  }
  await passerBy.leave()
}

async function report ({ browser, server, checked }) {
  const teacher = await Person.at(browser, server, checked)
  await teacher.go('/concerns/new')
  assert.equal(teacher.path(), '/sign-in')
  await teacher.signIn('teacher')
  assert.equal(teacher.path(), '/concerns/new')
  await teacher.choose('Is anyone in danger now?', 'Yes')
  await teacher.page.getByRole('alert').getByText('Ring 999 now').waitFor()
  await fillReport(teacher)
  await teacher.page.getByRole('alert').waitFor({ state: 'hidden' })
  await teacher.press('Send this report')
  await teacher.sees('Your report is recorded')
  await teacher.sees('Nothing here rings anyone')
  await teacher.follow('My reports')
  await teacher.sees('Not yet')
  const lead = await Person.at(browser, server, checked)
  await lead.signIn('lead')
  await lead.follow('Robin Vale')
  await lead.sees('somebody shared an image of me')
  await teacher.page.reload()
  await teacher.sees('Yes, it has been read')
  await teacher.page.getByText('I’m still worried').first().click()
  await teacher.write('What are you still worried about?', 'They were not in school today.')
  await teacher.press('I’m still worried')
  await teacher.sees('You said so')
  await lead.go('/inbox')
  await lead.sees('Still worried')
  await teacher.leave()
  await lead.leave()
}

async function reportOfDanger ({ browser, server, checked }) {
  const teacher = await Person.at(browser, server, checked)
  await teacher.signIn('teacher')
  await teacher.go('/concerns/new')
  await fillReport(teacher)
  await teacher.choose('Is anyone in danger now?', 'Yes')
  await teacher.press('Send this report')
  const text = await teacher.page.locator('main').innerText()
  assert.ok(text.indexOf('999') < text.indexOf('Your report is recorded'), 'the answer begins with 999')
  await teacher.leave()
}

async function reportWithoutScript ({ browser, server, checked }) {
  const teacher = await Person.at(browser, server, checked, { javaScriptEnabled: false })
  await teacher.go('/concerns/new')
  await teacher.signIn('teacher')
  await teacher.write('What was said, in the words used?', 'They said that an image was shared.')
  await teacher.press('Send this report')
  await teacher.sees('There is a problem')
  assert.equal(await teacher.page.getByLabel('What was said, in the words used?').inputValue(), 'They said that an image was shared.')
  await teacher.write('Child’s name', 'a')
  await teacher.press('Find child')
  assert.equal(await teacher.page.getByLabel('What was said, in the words used?').inputValue(), 'They said that an image was shared.')
  await teacher.page.locator('input[name="child"]').first().check()
  await teacher.choose('Is anyone in danger now?', 'Not known')
  await teacher.press('Send this report')
  await teacher.sees('Your report is recorded')
  await teacher.leave()
}

async function searchAsOneTypes ({ browser, server, checked }) {
  const teacher = await Person.at(browser, server, checked)
  await teacher.signIn('teacher')
  await teacher.go('/concerns/new')
  const name = await teacher.page.evaluate(async () => {
    const csrf = document.querySelector('form#form input[name="csrf"]').value
    for (const letter of 'abcdefghijklmnoprstw') {
      const answer = await fetch('/children/search', { method: 'POST', body: new URLSearchParams({ csrf, q: letter }) })
      const found = await answer.json()
      if (found.length > 0) return found[0].name
    }
  })
  // At one go: after a pause between two letters there would be a list that the next one takes away from under the press.
  await teacher.page.getByLabel('Child’s name').fill(name.slice(0, 3))
  await teacher.page.getByRole('button', { name: new RegExp(name) }).first().click()
  assert.equal(await teacher.page.locator('input[name="child"]:checked').count(), 1)
  await teacher.look()
  await teacher.leave()
}

export const concernJourneys = [
  ['the first minute needs no account, begins with 999 and loads in 100 kB', firstMinute],
  ['a report is sent, read, and still worried about', report],
  ['a report of danger is answered with 999 first', reportOfDanger],
  ['a report without script keeps what was typed and finds a child', reportWithoutScript],
  ['a child is found as one types', searchAsOneTypes]
]
