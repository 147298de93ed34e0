// Holding a child's record, and erasing it: two people.
import assert from 'node:assert/strict'
import { Person } from './person.mjs'
import { enter, scenarios } from './scenarios.mjs'

async function signedIn (context, role) {
  const person = await Person.at(context.browser, context.server, context.checked)
  return person.signIn(role)
}

// A child on the list whom no journey before this one has reported.
async function someChild (lead, address) {
  await lead.go(`${address}/people`)
  return lead.page.evaluate(async () => {
    const csrf = document.querySelector('form input[name="csrf"]').value
    for (const letter of 'zyxwvutsr') {
      const answer = await fetch('/children/search', { method: 'POST', body: new URLSearchParams({ csrf, q: letter }) })
      const found = await answer.json()
      if (found.length > 0) return found[0]
    }
  })
}

async function erase (context) {
  const { address } = await enter(context.server, scenarios[0])
  const lead = await signedIn(context, 'lead')
  const child = await someChild(lead, address)
  assert.ok(child, 'nobody is on the list')
  await lead.go(`/children/${child.id}`)
  await lead.sees(child.name)

  await lead.page.getByText('Hold this record, so that it can’t be erased').click()
  await lead.page.locator('#hold-why').fill('An inquiry asks for it to be kept.')
  await lead.press('Hold this record')
  await lead.sees('Nothing of this child can be erased until it is lifted.')
  await lead.page.locator('#lift-why').fill('The inquiry has ended.')
  await lead.press('Lift the hold')

  await lead.page.getByText('Erase this child’s record').click()
  await lead.press('Ask for it to be erased')
  await lead.sees('Choose why it may go')
  await lead.page.getByLabel('It was recorded by mistake: this child has no part in it').check()
  await lead.page.locator('#ask-why').fill('The list had somebody of another school.')
  await lead.page.getByLabel('Another school or college').check()
  await lead.press('Ask for it to be erased')
  await lead.sees('Somebody else has to agree.')
  await lead.sees('What would be destroyed')
  assert.equal(await lead.page.getByRole('button', { name: 'Agree, and erase it' }).count(), 0)

  const head = await signedIn(context, 'head')
  await head.go(`/children/${child.id}`)
  await head.sees('The list had somebody of another school.')
  await head.page.locator('#password').fill('not my password')
  await head.press('Agree, and erase it')
  await head.sees('That is not your password')
  await head.page.locator('#password').fill(context.server.signIn('head').password)
  await head.press('Agree, and erase it')
  await head.sees('Certificate of erasure')
  await head.sees('What is left, and where')
  await head.seesNot(child.name)
  const text = await head.page.evaluate(async (at) => (await fetch(at)).text(), head.path() + '/text')
  assert.ok(text.startsWith('Certificate of erasure') && !text.includes(child.name), text)
  const notice = await head.page.evaluate(async (at) => (await fetch(at)).text(), head.path() + '/notice')
  assert.ok(notice.includes('To: Another school or college') && !notice.includes(child.name), notice)
  await head.go('/record')
  await head.follow('Certificates of erasure')
  await lead.go(`/children/${child.id}`)
  await lead.sees('This child’s record was erased.')
  await lead.leave()
  await head.leave()
}

export const erasingJourneys = [
  ['a child’s record is held, and erased by two people', erase]
]
