// One child's page over all cases: what it has meant, whom they belong with, joined records, the main file; their record
// read over without the others' names, given, and printed with page numbers and proof.
import assert from 'node:assert/strict'
import { Person } from './person.mjs'
import { saidBy } from './programs.mjs'
import { enter, scenarios } from './scenarios.mjs'

async function at (context, role, address) {
  const person = await Person.at(context.browser, context.server, context.checked)
  await person.signIn(role)
  await person.go(address)
  return person
}

const managed = (one) => one.expected_2024.route === 'SCHOOL_MANAGE'

// Children on the school's list, by the beginning of a name.
async function onList (lead, beginning) {
  return lead.page.evaluate(async (q) => {
    const csrf = document.querySelector('form input[name="csrf"]').value
    const answer = await fetch('/children/search', { method: 'POST', body: new URLSearchParams({ csrf, q }) })
    return answer.json()
  }, beginning)
}

// A case with these children of the list in it, as A and B.
async function caseWith (context, lead, children) {
  const { address } = await enter(context.server, { ...scenarios.find(managed), facts: {} })
  for (const child of children) {
    await lead.go(`${address}/people`)
    await lead.page.evaluate(([id]) => {
      const box = document.createElement('input')
      Object.assign(box, { type: 'hidden', name: 'child', value: id })
      document.querySelector('form[action$="/people"]').append(box)
    }, [child.id])
    await lead.press('Add to the case')
  }
  return address
}

async function impact (lead, address, area, words) {
  await lead.go(`${address}/records/impact`)
  await lead.follow('Record what it has meant for a child')
  await lead.page.locator('input[name="about"]').first().check()
  await lead.page.locator(`input[name="on"][value="${area}"]`).check()
  await lead.write('What was seen, or said?', words)
  await lead.press('Record this')
  await lead.sees('It is recorded.')
}

async function record (context) {
  const lead = await at(context, 'lead', '/cases')
  await lead.go((await enter(context.server, scenarios.find(managed))).address + '/people')
  const [one] = await onList(lead, 'amara')
  const [other] = await onList(lead, 'idris')
  const [given, family] = other.name.split(' ')
  const first = await caseWith(context, lead, [one, other])
  const second = await caseWith(context, lead, [one])
  await lead.go(`${first}/notes`)
  await lead.write('Note', `${given.toUpperCase()} and ${one.name} were in the library; ${family}’s tutor knows.`)
  await lead.press('Add this note')
  await impact(lead, first, 1, `Stayed at home on Monday. ${given}s bag was left there.`)
  await impact(lead, second, 0, 'Slept better this week.')

  await lead.go(`/children/${one.id}`)
  await lead.sees('What they were in')
  await lead.sees('Others in it Child B')
  await lead.sees('Stayed at home on Monday. Child Bs bag was left there.')
  await lead.sees('Slept better this week.')
  await lead.seesNot(other.name)

  await lead.follow('Read it over')
  await lead.sees(`“${given.toUpperCase()}” in entry`)
  await lead.press('Record that it is given, and show it for printing')
  await lead.sees('Choose what it is for')
  await lead.sees('Read all of it first')
  await lead.page.getByLabel('A court, or somebody acting for one').check()
  await lead.write('Who gets it?', 'The court’s officer')
  await lead.write('Why, and who agreed?', 'An order of the court; the head agreed.')
  await lead.page.getByLabel('I have read all of it').check()
  // A word that is no name here is left, by a person.
  const places = await lead.page.locator('input[name^="name-"][value="leave"]').count()
  assert.ok(places >= 3, `${places} places were offered`)
  await lead.press('Record that it is given, and show it for printing')
  await lead.sees('The record of one child')
  await lead.sees('Child B and')
  await lead.sees(one.name)
  for (const name of [given, family, given.toUpperCase()]) await lead.seesNot(name)

  const text = await lead.page.evaluate(async (from) => (await fetch(from)).text(), lead.path() + '/text')
  assert.ok(text.includes('Child B and') && text.includes('Entry '), text)
  assert.ok(!text.toLowerCase().includes(given.toLowerCase()) && !text.includes(family), text)
  await printed(lead)
  await lead.go(`/children/${one.id}`)
  await lead.sees('A court, or somebody acting for one. To: The court’s officer.')

  const teacher = await at(context, 'teacher', '/concerns/new')
  const answer = await teacher.page.goto(`/children/${one.id}/record/1`)
  assert.ok(answer.status() >= 400, `a teacher is answered ${answer.status()}`)
  await teacher.leave()
  await lead.leave()
}

async function onPaper (lead) {
  return saidBy('pdftotext', ['-layout', '-', '-'], await lead.page.pdf({ preferCSSPageSize: true }))
}

// On paper: page numbers, entry numbers and, where one was made yet, the proof on each sheet.
async function printed (lead) {
  const pages = (await onPaper(lead)).split('\f').filter((page) => page.trim() !== '')
  assert.ok(pages.length >= 1)
  for (const [index, page] of pages.entries()) {
    assert.match(page, new RegExp(`${index + 1}\\s*/\\s*${pages.length}`), `sheet ${index + 1} of ${pages.length} has no number: ${page.slice(-400)}`)
    assert.ok(page.includes('given as number 1'), `sheet ${index + 1} does not say what it is from`)
  }
  assert.ok(pages.join('').includes('Entry '), 'no entry numbers')
}

async function unreviewed (context) {
  const lead = await at(context, 'lead', (await enter(context.server, scenarios.find(managed))).address + '/people')
  const [one] = await onList(lead, 'ben')
  await caseWith(context, lead, [one])
  await lead.go(`/children/${one.id}/record`)
  const paper = await onPaper(lead)
  assert.ok(paper.includes('This has not been read over') && !paper.includes('Entry '), paper)
  await lead.leave()
}

async function together (context) {
  const lead = await at(context, 'lead', (await enter(context.server, scenarios.find(managed))).address + '/people')
  const [one] = await onList(lead, 'caleb')
  const [other] = await onList(lead, 'dina')
  await caseWith(context, lead, [one, other])
  await lead.go(`/children/${one.id}`)
  await lead.follow('Siblings and household')
  await lead.press('Record this')
  await lead.sees('Choose the other child')
  await lead.page.locator(`input[name="other"][value="${other.id}"]`).check()
  await lead.page.getByLabel('Lives in the same household').check()
  await lead.write('Who said so?', 'A parent')
  await lead.press('Record this')
  await lead.sees('It is recorded.')
  await lead.sees(`${other.name}: Lives in the same household. Said by: A parent.`)
  await lead.go(`/children/${other.id}`)
  await lead.sees(one.name)
  await lead.follow('Siblings and household')
  await lead.page.locator('input[name="end-other"]').first().check()
  await lead.write('Why not?', 'Another family of that name.')
  await lead.press('Take it back')
  await lead.go(`/children/${one.id}`)
  await lead.sees('Nobody is recorded.')

  await lead.follow('Sex, ethnicity and special educational needs')
  await lead.choose('Special educational needs and disability', 'SEN support')
  await lead.choose('Ethnicity', 'Prefers not to say')
  await lead.press('Record this')
  await lead.sees('SEN support')
  await lead.follow('Summary to paste into the main file')
  await lead.write('Where is the main file kept?', 'The other system')
  await lead.write('What is it called there?', 'MF-12')
  await lead.write('Where are paper originals?', 'Cabinet 3')
  await lead.press('Record this')
  await lead.sees('MF-12')
  await lead.follow('Summary to paste into the main file')
  const summary = await lead.page.getByLabel('Summary to paste').inputValue()
  assert.ok(summary.includes(one.name) && summary.includes('Our references: C-') && summary.includes('Reference of this file: MF-12'), summary)
  assert.ok(summary.includes('Paper originals: Cabinet 3') && !summary.includes(other.name), summary)
  await lead.leave()
}

async function joined (context) {
  const { address } = await enter(context.server, { ...scenarios.find(managed), facts: {} })
  const lead = await at(context, 'lead', `${address}/people`)
  const [one] = await onList(lead, 'eli')
  await lead.leave()
  const again = await enter(context.server, { ...scenarios.find(managed), facts: {} })
  const person = await at(context, 'lead', `${address}/people`)
  await person.page.evaluate(([id]) => {
    const box = document.createElement('input')
    Object.assign(box, { type: 'hidden', name: 'child', value: id })
    document.querySelector('form[action$="/people"]').append(box)
  }, [one.id])
  await person.press('Add to the case')
  await person.go(`/children/${one.id}/same-child`)
  await person.sees('Records of the same child')

  // Two cases that hang together.
  await person.go(`${address}/records/links`)
  await person.follow('Link this case to another')
  const other = again.address.replace('/cases/', '')
  await person.write('Reference of the other case', other.toLowerCase())
  await person.page.getByLabel('The same group of children').check()
  await person.write('What makes you think so?', 'The same chat.')
  await person.press('Link them')
  await person.sees('It is recorded.')
  await person.go(again.address)
  await person.sees('Other cases')
  await person.sees('The same group of children. The same chat.')
  await person.go(`${again.address}/records/cases-unlinked`)
  await person.write('Reference of the other case', address.replace('/cases/', ''))
  await person.write('Why do they not hang together?', 'Another chat.')
  await person.press('Take the link away')
  await person.go(address)
  await person.seesNot('Other cases')
  await person.leave()
}

export const childJourneys = [
  ['one child’s record is read over without the others’ names, given and printed', record],
  ['a record that was not read over is not printed', unreviewed],
  ['a child’s household, figures and main file', together],
  ['records that may be of one child, and linked cases', joined]
]
