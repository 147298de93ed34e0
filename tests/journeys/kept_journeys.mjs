// What guidance wants on record, as a lead writes it down: the meeting, tasks, parents, devices, plans, corrections.
import assert from 'node:assert/strict'
import { Person } from './person.mjs'
import { enter, scenarios } from './scenarios.mjs'

async function at (context, role, address) {
  const person = await Person.at(context.browser, context.server, context.checked)
  await person.signIn(role)
  await person.go(address)
  return person
}

async function caseWhere (context, wanted) {
  const { address } = await enter(context.server, scenarios.find(wanted))
  return address
}

const managed = (one) => one.expected_2024.route === 'SCHOOL_MANAGE'
const grave = (one) => one.expected_2024.criteria.length > 0 && one.expected_2024.route === 'REFER_IMMEDIATE'

async function said (person, label, words = 'this morning') {
  await person.page.getByRole('group', { name: label }).getByLabel('In your own words').fill(words)
}

const things = ['immediate_risk', 'refer', 'viewing_needed', 'more_information', 'shared_widely', 'act_to_remove', 'facts_of_child',
  'other_settings', 'contact_parents']

async function meeting (context) {
  const address = await caseWhere(context, grave)
  const lead = await at(context, 'lead', `${address}/records/meeting`)
  await lead.sees('A referral never waits for this meeting')
  await lead.sees('A criterion for referring is met and no referral is recorded')
  await lead.follow('Call the initial review meeting')
  await lead.write('Who is asked to come?', 'The head, and whoever took the report')
  await said(lead, 'For when is it called?', 'today at two')
  await lead.press('Record that it is called')
  await lead.sees('It is recorded.')
  await lead.follow('Record the meeting')
  await lead.press('Record the meeting')
  await lead.sees('Say when it was held')
  await said(lead, 'When was it held?')
  await lead.write('Who came?', 'The lead, the head, the form tutor')
  await lead.page.locator('input[name="answer-refer"][value="yes"]').check()
  for (const thing of things.filter((one) => one !== 'refer')) await lead.page.locator(`input[name="answer-${thing}"][value="unknown"]`).check()
  for (const words of await lead.page.locator('textarea[name^="rests-"]').all()) await words.fill('“They said they would tell everyone.”')
  await lead.press('Record the meeting')
  await lead.sees('Initial review meeting held')
  await lead.sees('They said they would tell everyone.')
  await lead.go(`${address}/chronology?show=records`)
  await lead.sees('Initial review meeting held')
  await lead.leave()
}

async function tasks (context) {
  const address = await caseWhere(context, managed)
  const lead = await at(context, 'lead', `${address}/actions`)
  await lead.follow('Add a task of your own')
  await lead.write('What is to be done?', 'Ring the other school')
  await lead.page.locator('select[name="owner"]').selectOption({ index: 1 })
  await lead.page.locator('input[name="clock"][value="1"]').check()
  await lead.write('In how many hours is it due?', '4')
  await lead.press('Add this task')
  await lead.sees('Ring the other school')
  await lead.sees('in real hours')
  await lead.follow('Give a task to somebody')
  await lead.page.getByLabel('Ring the other school').check()
  await lead.page.locator('select[name="to"]').selectOption({ index: 2 })
  await lead.press('Give it to them')
  await lead.go('/today')
  await lead.sees('Ring the other school')
  const head = await at(context, 'head', `${address}/actions`)
  await head.page.getByText('Record that it is done, or why not').first().click()
  await head.goBy(head.page.locator('form[id^="form-"]').first().getByRole('button', { name: 'Done', exact: true }))
  await head.sees('It is recorded.')
  await head.leave()
  await lead.follow('Who has how much, and handing over')
  await lead.page.locator('input[name="from"]').first().check()
  await lead.page.locator('input[name="to"]').first().check()
  await lead.write('Why, and what do they need to know first?', 'Away next week.')
  await lead.press('Hand over')
  await lead.sees('Choose somebody else')
  await lead.leave()
}

async function families (context) {
  const address = await caseWhere(context, managed)
  const lead = await at(context, 'lead', `${address}/records`)
  await lead.follow('Parents and carers')
  await lead.follow('Record why a parent or carer is not told yet')
  await lead.page.locator('input[name="about"]').first().check()
  await lead.write('Who is not told yet?', 'Father')
  await lead.page.locator('input[name="why"][value="3"]').check()
  await lead.write('What makes you think so?', 'The officer asked for a day.')
  await lead.write('Who agreed with it?', 'An officer')
  await said(lead, 'When did they agree?')
  await lead.write('In how many hours is it looked at again?', '48')
  await lead.press('Record why they are not told yet')
  await lead.sees('It is looked at again within 24 hours')
  await lead.write('In how many hours is it looked at again?', '12')
  await lead.press('Record why they are not told yet')
  await lead.sees('A parent or carer is not told yet')
  await lead.go(`${address}/actions`)
  await lead.sees('Look again at whether the family')
  await lead.go(`${address}/records/family-told`)
  await lead.page.locator('input[name="about"]').first().check()
  await lead.write('Who was told?', 'Father')
  await lead.write('Who told them?', 'The lead')
  await said(lead, 'When?')
  await lead.write('How?', 'In person')
  await lead.write('What were they told?', 'What was reported, and what happens next.')
  await lead.press('Record that they were told')
  await lead.sees('A parent or carer was told')
  await lead.leave()
}

async function plans (context) {
  const address = await caseWhere(context, managed)
  const lead = await at(context, 'lead', `${address}/records/conversation-held`)
  await lead.write('Who spoke?', 'The child and the lead')
  await said(lead, 'When?')
  await lead.press('Record this conversation')
  await lead.sees('Write what was said')
  await lead.write('What they said, in their own words', '“I want it gone.”')
  // What is typed is kept before anybody presses a button.
  await lead.page.getByRole('status').getByText('It has not been sent yet').waitFor()
  await lead.go(`${address}/records/conversation-held`)
  assert.equal(await lead.page.getByLabel('What they said, in their own words', { exact: true }).inputValue(), '“I want it gone.”')
  await lead.write('What you saw and thought', 'Glad to talk.')
  await lead.press('Record this conversation')
  await lead.sees('“I want it gone.”')
  await lead.go(`${address}/records/support-plan-made`)
  await lead.page.locator('input[name="about"]').first().check()
  await lead.write('What keeps them safe today and tonight?', 'A parent is with them.')
  await lead.write('What support is offered, by whom, and what did they take up?', 'A mentor.')
  await lead.press('Record this plan')
  await lead.go(`${address}/records/support-plan-reviewed`)
  await lead.page.locator('input[name="number"]').first().check()
  await lead.page.locator('input[name="week"][value="0"]').check()
  await said(lead, 'When?')
  await lead.write('How is the child?', 'Better.')
  await lead.write('What changes in the plan?', 'Nothing')
  await lead.press('Record this review')
  await lead.sees('Support and safety plan reviewed')
  await lead.leave()
}

async function evidence (context) {
  const address = await caseWhere(context, grave)
  const lead = await at(context, 'lead', `${address}/records/removal`)
  await lead.sees('What may be evidence is not deleted')
  await lead.go(`${address}/records/deletion-asked`)
  await said(lead, 'When?')
  await lead.write('Who asked them?', 'The lead')
  await lead.write('Where are they to delete it?', 'Telephone')
  await lead.page.locator('input[name="report_remove_first"][value="yes"]').check()
  await lead.write('What came of that?', 'It was used.')
  await lead.press('Record that they were asked')
  await lead.sees('This has to wait')
  await lead.go(`${address}/records/removal-asked`)
  await lead.page.locator('input[name="through"][value="0"]').check()
  await said(lead, 'When?')
  await lead.write('Who asked?', 'The young person')
  await lead.write('On which site or app?', 'Report Remove')
  await lead.press('Record this')
  await lead.sees('Asked to be taken down')
  await lead.go(`${address}/records/device-taken`)
  await lead.write('What is it?', 'A black telephone')
  await lead.write('In what state was it when it was taken?', 'On, locked')
  await lead.write('Who took it?', 'The head')
  await said(lead, 'When?')
  await lead.write('Why, and under which power?', 'It was handed over.')
  await lead.write('What was done so that nothing changes on it?', 'Powered down.')
  await lead.write('Where is it locked away?', 'The safe')
  await lead.press('Record this device')
  await lead.follow('Record where a device went')
  await lead.page.locator('input[name="number"]').first().check()
  await lead.page.locator('input[name="went"][value="1"]').check()
  await said(lead, 'When?')
  await lead.write('Who handed it over?', 'The head')
  await lead.write('Who received it?', 'An officer')
  await lead.write('Officer’s collar number, receipt, or where it is locked now', '1234')
  await lead.press('Record where it went')
  await lead.sees('To the police')
  await lead.leave()
}

async function choosePerson (person, field, name) {
  const options = await person.page.locator(`select[name="${field}"] option`).allInnerTexts()
  await person.page.locator(`select[name="${field}"]`).selectOption({ label: options.find((one) => one.includes(name)) })
}

async function viewing (context) {
  const address = await caseWhere(context, managed)
  const lead = await at(context, 'lead', `${address}/records/viewing-recorded`)
  await lead.sees('In almost every case nobody needs to look')
  await lead.sees('project rule')
  const names = (await lead.page.locator('select[name="viewer"] option').allInnerTexts()).slice(1)
  await lead.page.locator('input[name="ground"][value="2"]').check()
  await lead.write('Why was there no other way?', 'It was on the school’s own system.')
  await lead.page.locator('input[name="would_distress"][value="unknown"]').check()
  await choosePerson(lead, 'viewer', names[0])
  await lead.write('As what?', 'Safeguarding lead')
  await choosePerson(lead, 'approver', names[1])
  await said(lead, 'When was it discussed?')
  await choosePerson(lead, 'witness', names[2])
  await lead.write('Where in the school?', 'The head’s office')
  await lead.page.locator('input[name="same_sex"][value="yes"]').check()
  await said(lead, 'When did it begin?')
  await lead.write('How long did it last?', 'One minute')
  await lead.write('What was done because of it?', 'The police were told.')
  await lead.page.locator('input[name="attested"][value="yes"]').check()
  await lead.press('Record this viewing')
  await lead.sees('Then nobody looks')
  await lead.page.locator('input[name="would_distress"][value="no"]').check()
  await lead.press('Record this viewing')
  await lead.sees('Not signed yet (three signatures: a project rule)')
  await lead.follow('Sign a record of viewing')
  await lead.page.locator('input[name="number"]').first().check()
  await lead.page.locator('input[name="as"][value="1"]').check()
  await lead.write('If they signed on paper: where is the paper kept?', 'The office safe')
  await lead.press('Sign')
  await lead.sees('Signed on paper, kept at: The office safe')
  await lead.leave()
}

async function correction (context) {
  const address = await caseWhere(context, managed)
  const lead = await at(context, 'lead', `${address}/notes`)
  await lead.write('Note', 'A parent rang on Tuesday.')
  await lead.press('Add this note')
  const line = await lead.page.locator('li', { hasText: 'A parent rang on Tuesday.' }).last().innerText()
  await lead.follow('Correct an entry')
  await lead.write('Which entry?', line.match(/Entry (\d+)/)[1])
  await lead.write('What does it say that is wrong?', 'Tuesday')
  await lead.write('What should it say?', 'Wednesday')
  await lead.write('How do you know?', 'The telephone log.')
  await lead.press('Record this correction')
  await lead.sees('A parent rang on Tuesday.')
  await lead.sees('It should say: Wednesday')
  await lead.page.locator('select[name="show"]').selectOption('later')
  await lead.press('Show these')
  await lead.sees('This is a part of the chronology, not the whole')
  await lead.leave()
}

export const keptJourneys = [
  ['the review meeting is called and held, and a referral does not wait for it', meeting],
  ['a lead sets a task, gives it to somebody, and the head settles one', tasks],
  ['a parent is not told yet, for a day, and then told', families],
  ['a conversation and a support plan are kept, and the plan reviewed', plans],
  ['nothing is deleted while police are involved; a device goes to them', evidence],
  ['a viewing is refused where it would distress, and signed where it was', viewing],
  ['an entry is corrected beside what it said', correction]
]
