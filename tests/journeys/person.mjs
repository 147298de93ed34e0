// Somebody at a browser. They find things by what they see: labels, buttons, headings. Every page that they come to is
// checked with axe.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import assert from 'node:assert/strict'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export class Person {
  constructor (context, server, checked) {
    Object.assign(this, { context, server, checked })
  }

  static async at (browser, server, checked, options = {}) {
    const context = await browser.newContext({ baseURL: server.address, ...options })
    // On a machine that builds beside it, half a minute was once too short.
    context.setDefaultTimeout(60_000)
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
    await this.page.evaluate(axe)
    const { violations } = await this.page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }))
    this.checked.add(at)
    assert.deepEqual(violations.map((one) => `${at}: ${one.id} ${one.nodes.map((node) => node.html).join(' | ').slice(0, 400)}`), [])
  }

  async press (name) {
    await Promise.all([this.page.waitForEvent('load'), this.page.getByRole('button', { name, exact: true }).first().click()])
    await this.look()
  }

  async follow (name) {
    await Promise.all([this.page.waitForEvent('load'), this.page.getByRole('link', { name }).first().click()])
    await this.look()
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
