// A young person writes to their school without saying who they are, and the school answers.
import assert from 'node:assert/strict'
import { Person } from './person.mjs'

const small = { viewport: { width: 320, height: 640 } }

export async function fits (person) {
  const wide = await person.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  assert.ok(wide <= 0, `${person.path()} sticks out by ${wide} pixels`)
}

// Nothing is left behind, and no address or title tells.
async function nothingLeft (young) {
  assert.equal(await young.page.title(), 'Safelead')
  assert.deepEqual(await young.context.cookies(), [])
  assert.equal(new URL(young.page.url()).search, '')
  assert.equal(await young.page.getByRole('button', { name: 'Exit this page' }).first().isVisible(), true)
  await fits(young)
}

export async function switchOn (browser, server, checked) {
  const lead = await Person.at(browser, server, checked)
  await lead.go('/settings/talk')
  await lead.signIn('lead')
  for (const box of await lead.page.locator('input[name="people"]').all()) await box.check()
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']) {
    await lead.page.getByLabel(day, { exact: true }).check()
  }
  await lead.write('From', '8:30am')
  await lead.write('Until', '4pm')
  await lead.choose('By when do you answer?', 'By the end of the next day on which you read')
  const year = new Date().getFullYear()
  for (const [which, date] of [['from', [1, 1, year]], ['until', [31, 12, year + 1]]]) {
    for (const [part, value] of [['day', date[0]], ['month', date[1]], ['year', date[2]]]) {
      await lead.page.locator(`[name="term-1-${which}-${part}"]`).fill(String(value))
    }
  }
  await lead.press('Save')
  await lead.sees('It is on')
  return lead
}

export async function begin (young, { words, name }) {
  await young.go('/young-people/talk')
  await nothingLeft(young)
  const school = young.page.getByLabel('Which school do you go to?')
  await school.selectOption({ index: 1 })
  await young.press('Next')
  await young.sees("What we can't keep secret")
  await young.sees('We may not be able to find you unless you say who you are')
  await young.sees('0800 1111')
  await nothingLeft(young)
  await young.write('What do you want to say?', words)
  if (name) await young.write('Your name, if you want to say it', name)
  await young.press('Send')
  await young.sees('Your secret code')
  await nothingLeft(young)
  const code = await young.page.locator('main p[translate="no"]').innerText()
  assert.equal(code.split(' ').length, 9)
  return code
}

export async function comeBack (young, code) {
  await young.go('/young-people/talk/back')
  await young.page.getByLabel('Which school do you go to?').selectOption({ index: 1 })
  await young.write('Your nine words', code)
  await young.press('Open')
}

async function bothWays ({ browser, server, checked }, options) {
  const lead = await switchOn(browser, server, checked)
  const young = await Person.at(browser, server, checked, { ...small, ...options })
  const code = await begin(young, { words: 'A picture of me was shared. I am not safe.', name: 'Jo Marsh, 8B' })
  const first = await young.page.locator('main').innerText()
  assert.ok(first.indexOf('It sounds like things may be very hard') < first.indexOf('Your message is sent'), 'help comes first')
  assert.ok(!(await young.page.content()).includes('Jo Marsh'))

  await lead.go('/inbox')
  await lead.sees('Messages from young people')
  await lead.leaveBy(lead.page.getByRole('link', { name: /Conversation T-/ }).last())
  await lead.sees('I am not safe.')
  assert.ok(!(await lead.page.content()).includes('Jo Marsh'), 'the name is not there')
  await lead.write('Your answer to the young person', 'Thank you for telling us. Where are you now?')
  await lead.press('Send the answer')
  await lead.write('Why you would like to know their name', 'So that we can find you and help.')
  await lead.press('Ask for their name')
  const conversation = lead.path()

  await comeBack(young, 'acorn '.repeat(9))
  await young.sees('That code does not open anything at this school')
  assert.equal(await young.page.getByLabel('Your nine words').inputValue(), '')
  await comeBack(young, code.toUpperCase().replaceAll(' ', '\n'))
  await young.sees('Thank you for telling us. Where are you now?')
  await young.sees('What you wrote was read')
  await nothingLeft(young)
  assert.ok(!(await young.page.content()).includes(code), 'the code is shown once')
  await young.choose('May they look at your name?', 'Yes')
  await young.press('Send')
  await young.sees('You said that they may look at your name.')
  await young.write('Do you want to write more?', 'At home.')
  await young.press('Send')
  await young.sees('At home.')

  await lead.go(conversation)
  await lead.sees('At home.')
  await lead.press('Open the name, as they agreed')
  await lead.sees('Jo Marsh, 8B')
  await lead.write('Who it is, if you know', 'Jo Marsh, 8B')
  await lead.choose('Is anyone in danger now?', 'Not known')
  await lead.press('Make a concern of it')
  assert.match(lead.path(), /^\/concerns\/R-/)
  await lead.sees('A picture of me was shared. I am not safe.')

  await comeBack(young, code)
  await young.sees('What you told us is now written down as a worry')
  await young.sees('looked at your name on')
  await young.press('I am done')
  assert.equal(young.path(), '/young-people')
  await young.leave()
  await lead.leave()
}

async function withScript (at) {
  await bothWays(at, {})
}

async function withoutScript (at) {
  await bothWays(at, { javaScriptEnabled: false })
}

async function forDanger ({ browser, server, checked }) {
  const lead = await switchOn(browser, server, checked)
  const young = await Person.at(browser, server, checked, small)
  const code = await begin(young, { words: 'Something was shared.', name: 'Kim Lowe, 9A' })
  await lead.go('/conversations')
  await lead.leaveBy(lead.page.getByRole('link', { name: /Conversation T-/ }).last())
  await lead.page.getByText('Open the name without their agreement').click()
  await lead.write('What the danger is', 'You wrote that someone waits outside.')
  await lead.press('Open the name now')
  await lead.sees('Kim Lowe, 9A')
  const head = await Person.at(browser, server, checked)
  await head.go('/inbox')
  await head.signIn('head')
  await head.sees('Look at the opening of a name')
  await head.go(lead.path())
  assert.ok(!(await head.page.content()).includes('Kim Lowe'))
  await head.choose('What do you find?', 'It was right')
  await head.write('Why', 'There was danger.')
  await head.press('Record this')
  await head.sees('looked at it and found it right')
  await comeBack(young, code)
  await young.sees('You wrote that someone waits outside.')
  await lead.go('/settings/talk')
  await lead.page.locator('summary', { hasText: 'Switch it off' }).click()
  await lead.press('Switch it off')
  await comeBack(young, code)
  await young.sees('Your school has stopped using this page.')
  await young.go('/young-people/talk')
  await young.sees('No school has this page switched on yet.')
  for (const person of [young, lead, head]) await person.leave()
}

export const talkJourneys = [
  ['talk: a young person and the lead write to each other', withScript],
  ['talk: the same without script', withoutScript],
  ['talk: a name opened for danger, and the school stops', forDanger]
]
