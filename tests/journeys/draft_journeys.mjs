// Typing that is not lost. This server signs out after a minute.
import assert from 'node:assert/strict'
import { Person } from './person.mjs'

const minute = 60_000

async function comesBack (teacher, words) {
  await teacher.sees('This is what you had typed')
  assert.equal(await teacher.page.getByLabel('What was said, in the words used?').inputValue(), words)
  await teacher.look()
}

async function closedBrowser ({ browser, server, checked }) {
  const teacher = await Person.at(browser, server, checked)
  await teacher.signIn('teacher')
  await teacher.go('/concerns/new')
  // At one go: after a pause between two letters it would say that it is kept, with half of it to come.
  await teacher.write('What was said, in the words used?', 'Typed, then the computer stopped.')
  await teacher.page.getByRole('status').getByText('It has not been sent yet').waitFor()
  await teacher.leave()
  const again = await Person.at(browser, server, checked)
  await again.signIn('teacher')
  await again.go('/concerns/new')
  await comesBack(again, 'Typed, then the computer stopped.')
  await again.press('Let it go and start again')
  assert.equal(await again.page.getByLabel('What was said, in the words used?').inputValue(), '')
  await again.leave()
}

async function timedOut ({ browser, server, checked }) {
  const withScript = await Person.at(browser, server, checked)
  await withScript.signIn('teacher')
  await withScript.go('/concerns/new')
  const without = await Person.at(browser, server, checked, { javaScriptEnabled: false })
  await without.signIn('head')
  await without.go('/concerns/new')
  await new Promise((resolve) => setTimeout(resolve, minute + 5000))

  await withScript.write('What was said, in the words used?', 'Typed after a long lesson.')
  await withScript.press('Send this report')
  await withScript.sees('What you typed is kept')
  await withScript.signIn('teacher')
  assert.equal(withScript.path(), '/concerns/new')
  await comesBack(withScript, 'Typed after a long lesson.')

  await without.write('What was said, in the words used?', 'Typed without script.')
  await without.press('Send this report')
  await without.sees('What you typed is kept')
  await without.signIn('head')
  assert.equal(without.path(), '/concerns/new')
  await comesBack(without, 'Typed without script.')
  await withScript.leave()
  await without.leave()
}

// What was being kept when the report was sent is not offered again as if it had not been.
async function sentMeanwhile ({ browser, server, checked }) {
  const teacher = await Person.at(browser, server, checked)
  await teacher.signIn('teacher')
  await teacher.go('/concerns/new')
  let letGo
  const held = new Promise((resolve) => { letGo = resolve })
  await teacher.page.route('**/drafts', async (route) => {
    await held
    await route.continue()
  })
  const isBeingKept = teacher.page.waitForRequest('**/drafts')
  const order = []
  teacher.page.on('request', (request) => {
    if (request.method() === 'POST') order.push(new URL(request.url()).pathname)
  })
  teacher.page.on('response', (answer) => {
    if (answer.url().endsWith('/drafts')) order.push('kept')
  })
  await teacher.write('What was said, in the words used?', 'Typed and sent at once.')
  await teacher.write('Not on the list', 'Robin Vale, Year 9')
  await teacher.choose('Is anyone in danger now?', 'No')
  await isBeingKept
  const send = teacher.page.getByRole('button', { name: 'Send this report' })
  await send.click({ noWaitAfter: true })
  await send.click({ noWaitAfter: true })
  assert.ok(!order.includes('/concerns/new'), 'it is not sent before what is being kept')
  letGo()
  await teacher.page.waitForURL((url) => url.pathname !== '/concerns/new')
  assert.equal(order.filter((one) => one === '/concerns/new').length, 1)
  assert.ok(order.lastIndexOf('kept') < order.indexOf('/concerns/new'), order.join(' '))
  assert.equal(order.filter((one) => one === 'kept').length, order.filter((one) => one === '/drafts').length)
  await teacher.go('/concerns/new')
  await teacher.seesNot('This is what you had typed')
  await teacher.leave()
}

export const draftJourneys = [
  ['what was typed is there again after the computer stopped', closedBrowser],
  ['what was being kept when it was sent is not offered again', sentMeanwhile],
  ['what was typed is there again after a time-out, with script and without', timedOut]
]
