// What can be proved of the record, as somebody signed in sees it.
import assert from 'node:assert/strict'
import { Person } from './person.mjs'

async function theRecord (context, options) {
  const { browser, server, checked } = context
  const lead = await Person.at(browser, server, checked, options)
  await lead.signIn('lead')
  await lead.go('/record')
  await lead.sees('The record, and how to prove it')
  await lead.sees('The last checkpoint')
  await lead.sees('No witness is set up')
  await lead.sees('When the end of the record was lost')
  await lead.write('Number of the entry', '1')
  await lead.press('Show the proof')
  await lead.sees('safelead-inclusion-1')
  await lead.write('Number of the entry', 'none')
  await lead.press('Show the proof')
  await lead.sees('There is a problem')
  const origin = /safelead\/(\S+)\/[0-9a-f]{16}/.exec(await lead.page.locator('main').innerText())
  const anybody = (await Person.at(browser, server, checked)).context
  const checkpoint = await anybody.request.get(`/record/checkpoint/${origin[1]}`)
  assert.equal(checkpoint.status(), 200)
  assert.ok((await checkpoint.text()).startsWith(`${origin[0]}\n`))
  assert.equal((await anybody.request.get('/record/checkpoint/nobody')).status(), 404)
  assert.equal((await anybody.request.get(`/record/key-rotations/${origin[1]}`)).status(), 200)
  assert.equal((await anybody.request.get('/record/key-rotations/nobody')).status(), 404)
  assert.equal((await anybody.request.get(`/record/consistency/${origin[1]}/0/1`)).status(), 404)
  assert.equal((await anybody.request.post(`/record/cosignature/${origin[1]}`, { data: 'nothing' })).status(), 403)
  await lead.leave()
}

export const recordJourneys = [
  ['the safeguarding lead sees what can be proved of the record', (context) => theRecord(context, {})],
  ['and without script', (context) => theRecord(context, { javaScriptEnabled: false })]
]
