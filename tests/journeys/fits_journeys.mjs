// Every page that links lead to, on a small telephone: nothing sticks out at the side, and axe finds nothing. One page of each
// shape, since there are many cases.
import assert from 'node:assert/strict'
import { Person } from './person.mjs'
import { begin, fill } from './referral_journeys.mjs'
import { caseOfListedChild, enter, scenarios } from './scenarios.mjs'

const small = { viewport: { width: 320, height: 640 } }

// "/cases/C-7K3M-9QXD/people/A" and "/cases/C-2222-2222/people/B" are one shape. One reference in twenty has no digit.
function shapeOf (address) {
  return address.split('/').map((part) => /[0-9]|^[A-Z](-|$)/.test(part) ? '{}' : part).join('/')
}

async function everyPage ({ browser, server, checked }, role, begins) {
  const person = await Person.at(browser, server, checked, small)
  await person.go('/sign-in')
  await person.signIn(role)
  const shapes = new Set()
  const toGo = [...begins]
  while (toGo.length > 0) {
    const address = toGo.shift()
    const shape = shapeOf(address)
    if (shapes.has(shape)) continue
    shapes.add(shape)
    // A connection on which nothing was asked for a minute is closed by the server, perhaps as it is used again.
    const answer = await person.page.request.get(server.address + address, { maxRedirects: 0, maxRetries: 2 })
    if (!(answer.headers()['content-type'] ?? '').startsWith('text/html') || answer.status() !== 200) continue
    await person.go(address)
    const links = await person.page.locator('a[href^="/"]').evaluateAll((all) => all.map((one) => one.getAttribute('href')))
    for (const link of links) {
      const to = link.replace(/[?#].*/, '')
      // What needs no account is walked by others, and leaving would end this walk.
      if (!/^\/(guides|law|campaigns|young-people|parents|assets|leave|sign-out|guidance)\b/.test(to)) toGo.push(to)
    }
  }
  await person.leave()
  return shapes
}

async function ofALead (context) {
  const { address } = await enter(context.server, scenarios[1])
  const other = await caseOfListedChild(context.server)
  const seen = await everyPage(context, 'lead', [address, `${other}/people`, '/today', '/cases', '/settings/sign-in', '/settings/talk'])
  assert.ok(seen.size >= 50, `only ${seen.size} shapes of pages were met`)
}

async function ofOthers (context) {
  const lead = await Person.at(context.browser, context.server, context.checked)
  await lead.go('/cases')
  await lead.signIn('lead')
  await begin(lead, 'Children’s Social Care Front Door (practice)')
  await fill(lead)
  await lead.press('Send it')
  await lead.leave()
  for (const role of ['head', 'coordinator@partnership.example', 'socialworker@frontdoor', 'teacher']) {
    const seen = await everyPage(context, role, ['/', '/today', '/inbox', '/referrals', '/training', '/to-check', '/settings/sign-in'])
    assert.ok(seen.size >= 10, `only ${seen.size} shapes of pages were met as ${role}`)
    assert.equal(seen.has('/referrals/{}'), role === 'socialworker@frontdoor', `what was referred, as ${role}`)
  }
}

// What only a form leads to, and who is elsewhere.
async function ofASystemsToken ({ browser, server, checked }) {
  const office = await Person.at(browser, server, checked, small)
  await office.go('/sign-in')
  await office.sees('Or with an account elsewhere')
  await office.signIn('office')
  await office.go('/settings/issuers')
  await office.sees('Not tied')
  await office.go('/settings/tokens')
  await office.press('Make a token')
  await office.sees('There is a problem')
  await office.write('What is the system called?', 'The register')
  await office.choose('What may it do?', 'Report a concern in the name of a member of staff')
  await office.choose('How long is it good for?', '30 days')
  await office.press('Make a token')
  await office.sees('It is shown once, now.')
  await office.press('Done')
  await office.sees('The register')
  await office.leave()
}

export const fitsJourneys = [
  ['every page of a lead fits a small telephone', ofALead],
  ['every page of a head, a coordinator, a social worker and a teacher fits a small telephone', ofOthers],
  ['a system’s token is made on a small telephone, and accounts elsewhere are shown', ofASystemsToken]
]
