// Recorded advice, weighed again under another edition; and what changed between editions.
import assert from 'node:assert/strict'
import { Person } from './person.mjs'
import { saidBy } from './programs.mjs'

// A case of an image said to have been made by computer: 2020 has another category for it.
async function openCase (lead) {
  await lead.go('/concerns/new')
  await lead.write('Not on the list', 'A child, Year 9')
  await lead.write('What was said, in the words used?', 'An image was shared.')
  await lead.choose('Is anyone in danger now?', 'No')
  await lead.press('Send this report')
  const concern = (await lead.page.locator('main').innerText()).match(/\bR-[A-Z0-9]+-[A-Z0-9]+/)[0]
  await lead.go(`/concerns/${concern}`)
  await lead.press('Open a case')
  const path = lead.path()
  await lead.go(`${path}/questions`)
  await lead.page.locator('input[name="fact-origin"][value="ai_generated"]').check()
  await lead.press('Save these answers')
  return path.split('/').at(-1)
}

async function replay ({ browser, server, checked }) {
  const lead = await Person.at(browser, server, checked)
  await lead.signIn('lead')
  const reference = await openCase(lead)

  await lead.go('/guidance')
  await lead.follow('What recorded advice would be under another edition')
  await lead.page.locator('input[name="edition"][value="ukcis-2020"]').check()
  await lead.press('Weigh it all again')
  await lead.sees('What came of it')
  await lead.sees('Cases that would come out differently')
  await lead.sees(reference)
  await lead.sees('which this edition does not speak of')

  await lead.page.locator('input[name="edition"][value="ukcis-2024"]').check()
  await lead.press('Weigh it all again')
  await lead.seesNot('Cases that would come out differently')

  await lead.go('/guidance/diff/ukcis-2024/ukcis-2020')
  await lead.sees('would have another category or route')
  await lead.sees(reference)
  await lead.leave()

  const said = await saidBy(server.program, [...server.guidance, 'guidance', 'replay', '--data', server.data, '--edition', 'ukcis-2020'])
  assert.match(said, /another category or route +(fewer than|about) 5/)
  assert.ok(!said.includes(reference))
}

async function diff ({ browser, server, checked }) {
  const anybody = await Person.at(browser, server, checked, { javaScriptEnabled: false })
  await anybody.go('/guidance')
  await anybody.follow('What changed from the edition before it')
  await anybody.sees('Since 2024 an adult is presumed')
  await anybody.go('/guidance/diff/ukccis-2016/ukcis-2024')
  await anybody.sees('adult recipient is no longer counted within category 2')
  await anybody.sees('Safeguarding leads see those of their own school')
  await anybody.leave()
}

export const replayJourneys = [
  ['a lead weighs recorded advice again, and so does the command', replay],
  ['anybody reads what changed between editions, without script', diff]
]
