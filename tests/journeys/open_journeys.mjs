// Whoever has no account: a young person or a parent on a small telephone, with scripts and without.
import assert from 'node:assert/strict'
import { Person } from './person.mjs'
import { saidBy } from './programs.mjs'

const small = { viewport: { width: 320, height: 640 } }
const private_pages = ['/young-people', '/young-people/remove-an-image', '/young-people/what-happens-next',
  '/young-people/being-asked', '/young-people/a-friend', '/young-people/passed-on', '/young-people/the-law',
  '/young-people/younger', '/young-people/talk', '/young-people/talk/back', '/young-people/easy-read', '/young-people/sign-and-languages', '/parents',
  '/parents/talking-with-your-child', '/parents/school-and-police']

async function fits (person, at) {
  const wide = await person.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  assert.ok(wide <= 0, `${at} sticks out by ${wide} pixels`)
}

// Everywhere that a page could leave something on a shared device.
async function leftBehind () {
  const databases = await indexedDB.databases()
  const workers = await navigator.serviceWorker.getRegistrations()
  return [localStorage.length, sessionStorage.length, await caches.keys(), databases, workers.length]
}

// Nothing is kept, nothing is heavy, nothing comes from elsewhere, and the way out is there.
async function onASmallTelephone ({ browser, server, checked }) {
  for (const at of private_pages) {
    const person = await Person.at(browser, server, checked, small)
    const elsewhere = []
    let bytes = 0
    const session = await person.context.newCDPSession(person.page)
    await session.send('Network.enable')
    session.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength })
    person.page.on('request', (request) => { if (!request.url().startsWith(server.address)) elsewhere.push(request.url()) })
    const answer = await person.page.goto(at, { waitUntil: 'networkidle' })
    assert.equal(answer.headers()['cache-control'], 'no-store', at)
    assert.ok(bytes > 0 && bytes <= 100_000, `${at} was ${bytes} bytes`)
    await person.look()
    await fits(person, at)
    assert.deepEqual(elsewhere, [], at)
    assert.equal(await person.page.title(), 'Safelead')
    assert.deepEqual(await person.context.cookies(), [])
    assert.deepEqual(await person.page.evaluate(leftBehind), [0, 0, [], [], 0], at)
    await person.leave()
  }
}

async function withoutScript ({ browser, server, checked }) {
  const person = await Person.at(browser, server, checked, { ...small, javaScriptEnabled: false })
  await person.go('/young-people')
  await person.follow('Get a picture taken down')
  await person.sees('They can’t promise that every copy will go'.replaceAll('’', "'"))
  const exit = person.page.getByRole('button', { name: 'Exit this page' })
  assert.equal(await exit.getAttribute('href'), 'https://www.bbc.co.uk/weather')
  await person.follow('What happens when I tell someone')
  await person.sees('Who will know?')
  await person.go('/parents')
  await person.follow('What the school and the police do')
  await person.sees('What Outcome 21 is')
  await person.leave()
}

// A teacher with one minute, and one with an evening to prepare.
async function guidesAndContacts ({ browser, server, checked }) {
  const teacher = await Person.at(browser, server, checked, small)
  for (const at of ['/guides/155-when-children-share-images', '/guides/1001-the-first-minute', '/contacts', '/statistics',
    '/campaigns/think-before-you-send', '/campaigns/think-before-you-send/assembly']) {
    await teacher.go(at)
    await fits(teacher, at)
  }
  await teacher.go('/guides')
  await fits(teacher, '/guides')
  await teacher.write('Words to look for', 'gift cards')
  await teacher.press('Search the guides')
  await teacher.sees('1 with “gift cards”')
  await teacher.follow('Threats and demands for money')
  await teacher.sees('Don\'t pay')
  const sheet = await fetch(server.address + '/guides/1007-threats-and-demands-for-money.pdf')
  assert.equal(sheet.headers.get('content-type'), 'application/pdf')
  await teacher.go('/contacts')
  await teacher.page.getByLabel('What do you need?').selectOption({ label: 'Refer a child, or ask whether to' })
  await teacher.page.getByLabel('When? Leave it empty for now').fill('2026-12-25T10:00')
  await teacher.press('Show who to ring')
  const first = await teacher.page.locator('main a[href^="tel:+"]').first().innerText()
  assert.equal(first, '0113 535 0600')
  await teacher.page.emulateMedia({ media: 'print' })
  assert.equal(await teacher.page.getByRole('button', { name: 'Show who to ring' }).isVisible(), false)
  await teacher.leave()
}

// Away at once: by the button, and by pressing Shift three times.
async function wayOut ({ browser, server, checked }) {
  for (const go of [
    (page) => page.getByRole('button', { name: 'Exit this page' }).click(),
    async (page) => { for (let times = 0; times < 3; ++times) await page.keyboard.press('Shift') }
  ]) {
    const person = await Person.at(browser, server, checked, small)
    await person.page.route('https://www.bbc.co.uk/**', (route) => route.fulfill({ body: 'The weather', contentType: 'text/plain' }))
    await person.go('/young-people/being-asked')
    await go(person.page)
    await person.page.waitForURL('https://www.bbc.co.uk/weather')
    await person.leave()
  }
}

// On paper nothing can be opened: what is closed on the screen is printed too, with scripts and without.
async function onPaper ({ browser, server, checked }) {
  for (const javaScriptEnabled of [true, false]) {
    const teacher = await Person.at(browser, server, checked, { javaScriptEnabled })
    for (const [at, closed] of [['/now', ['Is it about somebody who works here?', 'one working day', 'Advice, support and getting an image',
      'Nothing here has been verified against the full text']], ['/law', ['Outcome 21', 'Crime and Policing Act 2026', 'not verified']]]) {
      await teacher.page.goto(at)
      const paper = await teacher.page.pdf({ format: 'A4' })
      const words = (await saidBy('pdftotext', ['-', '-'], paper)).replaceAll(/\s+/g, ' ')
      for (const part of closed) assert.ok(words.includes(part), `${part} is not on the paper of ${at}, script ${javaScriptEnabled}`)
      assert.ok(!words.includes('Sign in'), 'links to other pages are left out')
    }
    await teacher.leave()
  }
}

async function kit ({ browser, server, checked }) {
  const lead = await Person.at(browser, server, checked, small)
  await lead.go('/campaigns/think-before-you-send/poster-tell')
  await fits(lead, 'a poster')
  const drawn = await lead.page.locator('img.safelead-poster').evaluate((image) => image.complete && image.naturalWidth > 0)
  assert.ok(drawn, 'the drawing of the poster is shown')
  for (const piece of ['poster-tell', 'card-stop']) {
    const sheet = await fetch(`${server.address}/campaigns/think-before-you-send/${piece}.pdf`)
    assert.equal(sheet.headers.get('content-type'), 'application/pdf')
  }
  await lead.go('/kits/think-before-you-send')
  await lead.signIn('lead')
  await fits(lead, 'what was used')
  for (const [part, value] of [['day', '9'], ['month', '11'], ['year', '2025']]) await lead.page.locator(`[name="from-${part}"]`).fill(value)
  await lead.page.getByLabel('Posters', { exact: true }).check()
  await lead.press('Record it')
  await lead.sees('Recorded. Thank you.')
  await lead.sees('from 9 November 2025: posters')
  await lead.leave()
}

export const openJourneys = [
  ['open pages on a small telephone leave nothing behind', onASmallTelephone],
  ['open pages are read without script', withoutScript],
  ['guides, contacts and the kit on a small telephone', guidesAndContacts],
  ['open pages are left at once', wayOut],
  ['open pages print what is closed', onPaper],
  ['a school prints the kit and says that it used it', kit]
]
