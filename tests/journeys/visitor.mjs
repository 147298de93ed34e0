// Somebody without a browser: pages fetched and forms sent as they stand, for what is done many times.
import assert from 'node:assert/strict'

function unescaped (text) {
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

function hiddenFields (page, action) {
  const from = page.indexOf(`action="${action}"`)
  assert.notEqual(from, -1, `there is no form for ${action}`)
  const form = page.slice(from, page.indexOf('</form>', from))
  return [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)]
    .map(([, name, value]) => [unescaped(name), unescaped(value)])
}

export class Visitor {
  constructor (server) {
    this.server = server
    this.cookies = new Map()
  }

  async ask (path, options = {}) {
    const answer = await fetch(this.server.address + path, {
      redirect: 'manual',
      ...options,
      headers: { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '), ...options.headers }
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)
      this.cookies.set(name, value)
    }
    return answer
  }

  async get (path) {
    const answer = await this.ask(path)
    assert.equal(answer.status, 200, `${path} answers ${answer.status}`)
    this.page = await answer.text()
    return this.page
  }

  // Sends the form on the page last fetched; gives where it leads.
  async send (action, fields) {
    const body = new URLSearchParams([...hiddenFields(this.page, action), ...fields])
    const answer = await this.ask(action, { method: 'POST', body })
    if (answer.status !== 303) {
      const problems = [...(await answer.text()).matchAll(/href="#[^"]+">([^<]+)<\/a>\s*<\/li>/g)].map(([, said]) => said)
      assert.fail(`${action} answers ${answer.status}: ${problems.join('; ')}`)
    }
    return answer.headers.get('location')
  }

  async signIn (role) {
    const { email, password } = this.server.signIn(role)
    await this.get('/sign-in')
    await this.send('/sign-in', [['email', email], ['password', password]])
    return this
  }
}
