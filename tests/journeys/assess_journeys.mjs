// The fuller assessment, what children need, closing and opening again, practising; and how much work the ordinary
// path is, counted.
import assert from 'node:assert/strict'
import { Person } from './person.mjs'
import { adviceOf, adviceOnPage, enter, scenarios, shownOf } from './scenarios.mjs'

async function signedIn (context, role, address) {
  const person = await Person.at(context.browser, context.server, context.checked)
  await person.signIn(role)
  if (address) await person.go(address)
  return person
}

async function said (person, label, words = 'this morning') {
  await person.page.getByRole('group', { name: label }).getByLabel('In your own words').fill(words)
}

const tick = (person, name, value) => person.page.locator(`input[name="${name}"][value="${value}"]`).check()

async function assess (context) {
  const scenario = scenarios.find((one) => one.id === 'S02')
  const facts = { ...scenario.facts, coercion: 'unknown', prior_incident: 'unknown' }
  const { address } = await enter(context.server, { ...scenario, facts })
  const lead = await signedIn(context, 'lead', `${address}/questions`)
  await lead.follow('The fuller assessment')
  await lead.sees('Known already')
  await lead.sees('There is no score')
  assert.equal(await lead.page.locator('input[name="fact-blackmail"]').count(), 0, 'what is known is asked again')
  await tick(lead, 'value-R6', 'pressured')
  await tick(lead, 'value-R18', 'none')
  await tick(lead, 'value-R18', 'threats')
  await lead.press('Save this assessment')
  await lead.sees('Two answers say different things')
  await lead.page.locator('input[name="value-R18"][value="none"]').uncheck()
  await lead.sees('not written down yet')
  await lead.page.locator('textarea[name="words-R23"]').fill('In the same form.')
  await lead.press('Save this assessment')
  await lead.sees('It is recorded.')
  await lead.sees('Under pressure')
  await lead.go(`${address}/advice`)
  assert.ok(adviceOnPage(await lead.page.content()).includes('C2'), 'the advice was not given again')
  await lead.go(`${address}/assessment/A`)
  await tick(lead, 'need-named_adult', '1')
  await tick(lead, 'need-specialist_support', '2')
  await lead.press('Save what this child needs')
  await lead.sees('This has to be said')
  await lead.page.locator('input[name="words-specialist_support"]').fill('Not yet, the child says.')
  await lead.press('Save what this child needs')
  await lead.sees('It is recorded.')
  await lead.sees('2 of 9 answered')
  await lead.go(`${address}/chronology?show=people`)
  await lead.sees('Fuller assessment answered')
  await lead.leave()
}

async function closing (context) {
  const grave = scenarios.find((one) => one.expected_2024.criteria.length > 0 && one.expected_2024.route === 'REFER_IMMEDIATE')
  const { address } = await enter(context.server, grave)
  const lead = await signedIn(context, 'lead', `${address}/decision`)
  await tick(lead, 'route', 'REFER_IMMEDIATE')
  await lead.press('Record this decision')
  await lead.go(`${address}/notes`)
  await lead.sees('Everybody it was referred to answered, or was asked again')
  await lead.write('Reason', 'Done.')
  await lead.press('Close the case')
  await lead.sees('Record the referral first')
  await lead.go(`${address}/referrals`)
  await lead.write('To whom?', 'Children’s social care')
  await tick(lead, 'kind', 'social-care')
  await lead.write('How?', 'By telephone')
  await lead.page.locator('#form').getByLabel('In your own words').first().fill('at once')
  await lead.write('What was said?', 'What we know.')
  await lead.press('Record this referral')
  await lead.follow('Record what an agency answered')
  await lead.write('Which agency?', 'Children’s social care')
  await said(lead, 'When?')
  await tick(lead, 'answer', '0')
  await lead.write('What was said?', 'They take it on.')
  await lead.press('Record the answer')
  await lead.sees('They took it on')
  await lead.go(`${address}/actions`)
  while (await lead.page.getByText('Record that it is done, or why not').count() > 0) {
    await lead.page.getByText('Record that it is done, or why not').first().click()
    await lead.press('Done')
  }
  await lead.go(`${address}/notes`)
  await lead.seesNot('Not met')
  await lead.write('Reason', 'Social care has it.')
  await lead.press('Close the case')
  await lead.sees('This case is closed')
  await lead.follow('Record something new')
  await tick(lead, 'kind', '0')
  await tick(lead, 'about', '')
  await said(lead, 'When did it happen?', 'yesterday evening')
  await lead.write('What do you know?', 'It was seen in another group.')
  await lead.press('Record what is new')
  await lead.seesNot('This case is closed')
  await lead.go(`${address}/actions`)
  await lead.sees('The image has appeared again')
  await lead.leave()
}

async function practise (context, options) {
  const anybody = await Person.at(context.browser, context.server, context.checked, options)
  await anybody.go('/advise')
  await anybody.follow('practise on made-up situations')
  assert.equal(await anybody.page.getByRole('link', { name: /^Situation S/ }).count(), 25)
  await anybody.follow('Situation S02')
  await anybody.press('Show the advice')
  await anybody.sees('Choose what sort of incident it is')
  await tick(anybody, 'category', 'SHARE_OTHERS')
  await tick(anybody, 'route', 'SCHOOL_MANAGE')
  await anybody.press('Show the advice')
  await anybody.sees('You went lower than the advice')
  const { facts } = scenarios.find((one) => one.id === 'S02')
  assert.deepEqual(adviceOnPage(await anybody.page.content()), shownOf(await adviceOf(context.server, facts)))
  assert.deepEqual(await anybody.context.cookies(), [])
  assert.equal(new URL(anybody.page.url()).search, '')
  await anybody.follow('The next situation')
  assert.equal(anybody.path(), '/practice/S03')
  await anybody.leave()
}

async function find (context) {
  const { address } = await enter(context.server, scenarios[0])
  const reference = address.split('/').pop()
  const lead = await signedIn(context, 'lead', '/cases')
  await lead.page.getByText('Only those of a status').click()
  await tick(lead, 'status', 'undecided')
  await lead.press('Find')
  await lead.sees(reference)
  await tick(lead, 'status', 'closed')
  await lead.press('Find')
  await lead.seesNot(reference)
  await lead.leave()
}

async function supervision (context) {
  const lead = await signedIn(context, 'lead', '/caseload')
  await lead.follow('Supervision of leads')
  await lead.press('Record this supervision')
  await lead.sees('Choose who supervised')
  await lead.choose('Whose supervision was it?', 'Priya Marlowe')
  await lead.choose('Who supervised?', 'Owen Dallimore')
  await said(lead, 'When?', 'on Friday')
  await lead.write('What was agreed?', 'Two cases go to the deputy for a month.')
  await lead.press('Record this supervision')
  await lead.sees('It is recorded.')
  await lead.sees('Two cases go to the deputy for a month.')
  const head = await signedIn(context, 'head', '/supervision')
  await head.sees('Two cases go to the deputy for a month.')
  await lead.leave()
  await head.leave()
}

async function handOver (context) {
  const { address } = await enter(context.server, scenarios[0])
  const lead = await signedIn(context, 'lead', '/caseload')
  const [from, to] = await lead.page.locator('input[name="from"]').evaluateAll((all) => all.map((one) => one.value))
  const hand = async (one, other) => {
    await lead.go('/caseload')
    await tick(lead, 'from', one)
    await tick(lead, 'to', other)
    await lead.write('Why, and what do they need to know first?', 'Away next week.')
    await lead.press('Hand over')
    await lead.sees('Handed over. Cases:')
  }
  await hand(from, to)
  await hand(to, from)
  await lead.go(`${address}/chronology?show=tasks`)
  await lead.sees('Case handed over')
  await lead.leave()
}

// --- The ordinary path

// Counts what somebody does: presses, answers given; and how many questions the forms put to them.
class Counting {
  constructor (person) {
    Object.assign(this, { person, presses: 0, answers: 0, fields: 0, pages: 0 })
  }

  async at () {
    this.pages += 1
    this.fields += await this.person.page.evaluate(() => {
      const form = document.querySelector('main form:not([action="/cases/find"])')
      if (!form) return 0
      const names = [...form.querySelectorAll('input:not([type=hidden]), select, textarea')]
        .map((one) => one.name.replace(/-(day|month|year|time|words)$/, ''))
      return new Set(names).size
    })
  }

  async press (name) {
    this.presses += 1
    await this.person.press(name)
    await this.at()
  }

  async follow (name) {
    this.presses += 1
    await this.person.follow(name)
    await this.at()
  }

  async write (label, words) {
    this.answers += 1
    await this.person.write(label, words)
  }

  async choose (name, ...values) {
    this.answers += 1
    this.presses += values.length
    for (const value of values) await tick(this.person, name, value)
  }

  async day (name, [day, month, year]) {
    this.answers += 1
    for (const [part, value] of [['day', day], ['month', month], ['year', year]]) {
      await this.person.page.locator(`input[name="${name}-${part}"]`).fill(String(value))
    }
  }

  figures () {
    return `${this.pages} pages, ${this.presses} presses, ${this.fields} fields shown, ${this.answers} answers`
  }
}

// Two children on the list who are old enough for the ordinary case.
async function twoChildren (person) {
  return person.page.evaluate(async () => {
    const csrf = document.querySelector('form#form input[name="csrf"]').value
    const all = new Map()
    for (const letter of 'abcdefghijklmnoprstw') {
      const answer = await fetch('/children/search', { method: 'POST', body: new URLSearchParams({ csrf, q: letter }) })
      for (const one of await answer.json()) all.set(one.id, one)
    }
    return [...all.values()].filter((one) => /1[01]/.test(JSON.stringify(one).replace(one.id, ''))).slice(0, 2)
  })
}

async function pick (lead, child) {
  lead.answers += 1
  lead.presses += 1
  // At one go: after a pause between two letters there would be a list that the next one takes away from under the press.
  await lead.person.page.getByLabel('Child’s name').fill(child.name.slice(0, 6))
  await lead.person.page.getByRole('button', { name: new RegExp(child.name) }).first().click()
}

async function ordinaryPath (context) {
  const lead = new Counting(await signedIn(context, 'lead', '/concerns/new'))
  const children = await twoChildren(lead.person)
  assert.equal(children.length, 2, 'the practice school has no two such children')
  await lead.at()
  for (const child of children) await pick(lead, child)
  await lead.write('What was said, in the words used?', '“I sent it to one person and they still have it.”')
  await lead.choose('danger', 'no')
  await lead.choose('exposure', 'none')
  await lead.press('Send this report')
  const reference = (await lead.person.page.locator('main').innerText()).match(/\bR-[A-Z0-9]+-[A-Z0-9]+/)[0]
  await lead.person.go(`/concerns/${reference}`)
  await lead.press('Open a case')
  const address = lead.person.path()
  const yesterday = new Date(Date.now() - 86_400_000)
  const day = [yesterday.getUTCDate(), yesterday.getUTCMonth() + 1, yesterday.getUTCFullYear()]
  await lead.follow('People')
  await lead.choose('child', ...children.map((one) => one.id))
  await lead.press('Add to the case')
  for (const [letter, roles] of [['A', ['subject', 'creator', 'sharer']], ['B', ['recipient']]]) {
    await lead.person.go(`${address}/people/${letter}`)
    lead.presses += 1
    await lead.at()
    await lead.choose('role', ...roles)
    await lead.day('acted', day)
    await lead.press('Save')
  }
  await lead.follow('Questions')
  assert.equal(await lead.person.page.locator('input[name="fact-immediate_danger"]:checked').getAttribute('value'), 'no')
  assert.equal(await lead.person.page.locator('input[name="fact-staff_exposure"]:checked').getAttribute('value'), 'none')
  await lead.write('Who told you? (optional)', 'Both children, apart')
  for (const [fact, value] of [['medium', 'image'], ['nude_or_sexual', 'yes'], ['adult_involved', 'no'], ['subject_identified', 'yes'],
    ['origin', 'self_taken'], ['spread_band', '1'], ['immediate_harm', 'no']]) await lead.choose(`fact-${fact}`, value)
  await lead.choose('rest', 'no')
  await lead.press('Save these answers')
  await lead.follow('Decision')
  await lead.choose('route', 'SCHOOL_MANAGE')
  await lead.write('Reason', 'Freely agreed, one other child, both families are with us.')
  await lead.choose('enough-known', 'yes')
  await lead.choose('manageable', 'yes')
  for (const line of await lead.person.page.locator('input[name^="unknown-"]').all()) {
    lead.answers += 1
    await line.fill('Asked; it changes nothing here.')
  }
  await lead.press('Record this decision')
  await lead.person.sees('The school may manage this')
  await lead.person.sees('Waits for a second person')
  const decided = lead.figures()
  const head = new Counting(await signedIn(context, 'head', `${address}/sign-off`))
  await head.at()
  await head.choose('answer', 'agree')
  await head.press('Record the answer')
  await head.person.sees('Agreed by')
  console.log(`        the ordinary path, report to decision: ${decided}; the head’s sign-off: ${head.figures()}`)
  assert.ok(lead.answers <= 25, `the ordinary path takes ${lead.answers} answers`)
  await lead.person.leave()
  await head.person.leave()
}

export const assessJourneys = [
  ['the fuller assessment asks what is open, gives the advice again, and says what each child needs', assess],
  ['a case closes on a list, and something new opens it again', closing],
  ['anybody practises deciding, without script', (context) => practise(context, { javaScriptEnabled: false })],
  ['anybody practises deciding, with axe on every page', (context) => practise(context, {})],
  ['cases are found by status', find],
  ['a supervision is seen by those who were there and the head', supervision],
  ['all cases of somebody are handed over, and back', handOver],
  ['the ordinary path asks nothing twice and takes at most 25 answers', ordinaryPath]
]
