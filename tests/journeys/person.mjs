// Somebody at a browser. They find things by what they see: labels, buttons, headings. Every page that they come to is
// checked with axe, what is folded away in it opened.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import assert from 'node:assert/strict'

// Axe takes longer than all else on a page: what it has found nothing in, it is not asked again about.
export const looks = { all: 0, shapes: new Set() }

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// What axe judges a page by, its words aside: elements, and their attributes as far as they are more than there. Ids count by
// the order in which they come, so that one page about two cases is one.
function skeleton () {
  const order = new Map()
  const number = (id) => order.get(id) ?? order.set(id, order.size).get(id)
  const ids = new Set(['id', 'for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'headers', 'form'])
  const whole = /^(class|role|aria-(?!label$).*|type|lang|dir|hidden|tabindex|autocomplete|scope|colspan|rowspan|disabled|checked|open|style|rel|target|http-equiv|content)$/
  const attribute = ({ name, value }) => {
    if (ids.has(name)) return `${name}=${value.split(/\s+/).map(number).join(' ')}`
    if (whole.test(name)) return `${name}=${value}`
    return `${name}=${value.trim() === '' ? '' : '…'}`
  }
  const lines = []
  for (const one of document.documentElement.querySelectorAll('*')) {
    let depth = 0
    for (let up = one.parentElement; up; up = up.parentElement) depth += 1
    const hasWords = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '')
    lines.push(`${depth} ${one.localName} ${[...one.attributes].map(attribute).sort().join(' ')}${hasWords ? ' words' : ''}`)
  }
  return lines.join('\n')
}

// On a machine that builds beside it, half a minute was once too short, and a slower one takes three times as long. Who waits for
// what never comes waits as long as this; nobody else does.
const patience = 180_000

export class Person {
  constructor (context, server, checked) {
    Object.assign(this, { context, server, checked })
  }

  static async at (browser, server, checked, options = {}) {
    const context = await browser.newContext({ baseURL: server.address, ...options })
    context.setDefaultTimeout(patience)
    const person = new Person(context, server, checked)
    person.page = await context.newPage()
    person.withoutScript = options.javaScriptEnabled === false
    return person
  }

  async go (path) {
    await this.page.goto(path)
    await this.look()
  }

  // Whatever page we are on: no violation, and nothing that sticks out at the side.
  async look () {
    await this.page.waitForLoadState('load')
    const at = new URL(this.page.url()).pathname.replace(/[CRST]-[A-Z0-9]{4}-[A-Z0-9]{4}/g, '{ref}')
    const title = await this.page.title()
    assert.ok(title.endsWith('Safelead'), `the title of ${at} is "${title}"`)
    const wide = await this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    assert.ok(wide <= 0, `${at} sticks out by ${wide} pixels`)
    if (this.withoutScript) return
    this.checked.add(at)
    const shape = await this.page.evaluate(`(${skeleton})()`)
    const seen = createHash('sha256').update(`${JSON.stringify(this.page.viewportSize())}\n${shape}`).digest('hex')
    looks.all += 1
    if (looks.shapes.has(seen)) return
    await this.page.evaluate(axe)
    const { violations } = await this.withAllOpen(() =>
      this.page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] })))
    assert.deepEqual(violations.map((one) => `${at}: ${one.id} ${one.nodes.map((node) => node.html).join(' | ').slice(0, 400)}`), [])
    looks.shapes.add(seen)
  }

  // Axe passes over what is closed, and whole forms stand in it. Each is closed again: the page is as it was for whoever reads on.
  async withAllOpen (look) {
    const opened = await this.page.evaluateHandle(() => {
      const closed = [...document.querySelectorAll('details:not([open])')]
      for (const one of closed) one.open = true
      return closed
    })
    try {
      return await look()
    } finally {
      await opened.evaluate((all) => { for (const one of all) one.open = false })
      await opened.dispose()
    }
  }

  async press (name) {
    await this.leaveBy(this.page.getByRole('button', { name, exact: true }).first())
  }

  async follow (name) {
    await this.leaveBy(this.page.getByRole('link', { name }).first())
  }

  async leaveBy (way) {
    await this.goBy(way)
    await this.look()
  }

  // As far as the page it leads to, which is not looked at. Whether it was not there or led nowhere is known only from what stood
  // on the page.
  async goBy (way) {
    const from = this.page.url()
    const loaded = this.page.waitForEvent('load')
    loaded.catch(() => {})
    let pressed = false
    try {
      await way.click({ timeout: patience - 10_000 })
      pressed = true
      await loaded
    } catch (fault) {
      const words = await this.page.locator('body').innerText({ timeout: 20_000 }).catch((why) => `(${why})`)
      throw new Error(`${way} ${pressed ? 'was pressed' : 'could not be pressed'} on ${from}; ` +
        `now on ${this.page.url()} (${fault.message.split('\n')[0]}): ${words.replace(/\s+/g, ' ').slice(0, 3000)}`, { cause: fault })
    }
  }

  async write (label, words) {
    await this.page.getByLabel(label, { exact: true }).first().fill(words)
  }

  // One answer of the question that is asked so.
  async choose (question, answer) {
    await this.page.getByRole('group', { name: question }).last().getByLabel(answer, { exact: true }).first().check()
  }

  async signIn (role) {
    const who = this.server.signIn(role)
    if (await this.page.getByLabel('Password', { exact: true }).count() === 0) await this.go('/sign-in')
    await this.write('E-mail address', who.email)
    await this.write('Password', who.password)
    await this.press('Sign in')
    return this
  }

  async sees (words) {
    const all = (await this.page.locator('main').innerText()).replace(/\s+/g, ' ')
    assert.ok(all.includes(words), `"${words}" is not on ${this.page.url()}: ${all.slice(0, 3000)}`)
  }

  async seesNot (words) {
    const all = (await this.page.locator('main').innerText()).replace(/\s+/g, ' ')
    assert.ok(!all.includes(words), `"${words}" is on ${this.page.url()}`)
  }

  path () {
    return new URL(this.page.url()).pathname
  }

  async leave () {
    await this.context.close()
  }
}
