// Who read what: seen on a page of its own, taken away as a file; and erasing a child with their conversation.
import assert from 'node:assert/strict'
import { Person } from './person.mjs'
import { begin, comeBack, fits, switchOn } from './talk_journeys.mjs'

const small = { viewport: { width: 320, height: 640 } }

// The list of who has read what is open: read once, and taken away.
async function takesTheListAway (person, link) {
  const from = person.path()
  await person.follow(link)
  assert.equal(person.path(), `${from}/readers`)
  await person.sees('Read it')
  await person.seesNot('Took this list away')
  await fits(person)
  const [file] = await Promise.all([person.page.waitForEvent('download'),
    person.page.getByRole('button', { name: 'Take this list away' }).click()])
  assert.match(file.suggestedFilename(), /^who-has-read-[-A-Za-z0-9]+\.csv$/)
  let text = ''
  for await (const piece of await file.createReadStream()) text += piece
  assert.match(text, /^\uFEFF?"time_utc","person","roles","what","why"\r\n"2/)
  assert.ok(text.trimEnd().endsWith('"took this list away",""'), text)
  await person.go(`${from}/readers`)
  await person.sees('Took this list away')
  await person.go(from)
}

async function conversationToCertificate ({ browser, server, checked }, options) {
  const lead = await switchOn(browser, server, checked)
  const young = await Person.at(browser, server, checked, small)
  const code = await begin(young, { words: 'Something was shared, said wrenmere.', name: 'Ash Wrenmere, 8C' })
  await lead.leave()
  const reader = await Person.at(browser, server, checked, { ...small, ...options, acceptDownloads: true })
  await reader.go('/conversations')
  await reader.signIn('lead')
  // Whoever waits longest stands first; others may have written before.
  const links = await reader.page.getByRole('link', { name: /Conversation T-/ }).evaluateAll((all) => all.map((one) => one.href))
  for (const link of links) {
    await reader.go(link)
    if ((await reader.page.locator('main').innerText()).includes('wrenmere')) break
  }
  await reader.sees('wrenmere')
  const conversation = reader.path()
  await takesTheListAway(reader, 'Who has read this conversation')

  await reader.choose('Is anyone in danger now?', 'No')
  await reader.press('Make a concern of it')
  await reader.go(conversation)
  await reader.follow('It has become concern')
  const concern = reader.path()
  await takesTheListAway(reader, 'Who has read this concern')
  if (!reader.withoutScript) await reader.page.getByText('Keep it without opening a case').click()
  await reader.page.locator('#reason').fill('Seen to by the year lead.', { force: true })
  await Promise.all([reader.page.waitForEvent('load'),
    reader.page.locator(`form[action="${concern}/keep"]`).evaluate((form) => form.submit())])
  await reader.go(concern)
  await reader.leaveBy(reader.page.locator('a[href^="/children/"]').first())
  const child = reader.path()
  await takesTheListAway(reader, 'Who has read this page')

  const ask = async () => {
    if (await reader.page.getByText('Why may it go?').isHidden()) await reader.page.getByText('Erase this child’s record').click()
    await reader.page.getByLabel('The young person or their family asked, and it was agreed').check()
    await reader.page.locator('#ask-why').fill('They asked, and their mother agreed.')
    await reader.press('Ask for it to be erased')
  }
  await ask()
  await reader.sees('End it first')
  await reader.go(conversation)
  await reader.page.getByText('End the conversation').first().click()
  await reader.write('Your last words to the young person', 'Thank you for telling us.')
  await reader.goBy(reader.page.getByRole('button', { name: 'End the conversation' }))
  await reader.go(child)
  await ask()
  await reader.sees('Conversation T-')
  await fits(reader)
  const head = await Person.at(browser, server, checked)
  await head.go(child)
  await head.signIn('head')
  await head.page.locator('#password').fill(server.signIn('head').password)
  await head.press('Agree, and erase it')
  await head.sees('Their code opens nothing any more.')
  await comeBack(young, code)
  await young.sees('That code does not open anything at this school')
  assert.equal((await reader.page.goto(conversation)).status(), 404)
  for (const person of [young, reader, head]) await person.leave()
}

export const readsJourneys = [
  ['who read what: lists taken away, and a conversation erased with its child', (at) => conversationToCertificate(at, {})]
]
