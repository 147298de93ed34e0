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

export const draftJourneys = [
  ['what was typed is there again after the computer stopped', closedBrowser],
  ['what was typed is there again after a time-out, with script and without', timedOut]
]
