// A real browser goes to the provider and back: it holds forms to our own pages, and keeps SameSite=Strict cookies to
// itself when it comes from elsewhere, which no client without a browser's rules shows. The provider is another site.
//   node journey.mjs ORIGIN E-MAIL PASSWORD LABEL
import assert from 'node:assert/strict'
import { chromium } from 'playwright-core'

const [origin, email, password, label] = process.argv.slice(2)
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage']
})

async function there (page, name) {
  await page.waitForURL((url) => url.origin !== origin)
  if (await page.locator('input[name=login]').count() > 0) {
    await page.locator('input[name=login]').fill(name)
    await page.locator('input[name=password]').fill('anything')
    await page.locator('button[type=submit]').click()
    await page.locator('input[name=prompt][value=consent]').waitFor({ state: 'attached' })
    await page.locator('button[type=submit]').click()
  }
}

for (const javaScriptEnabled of [true, false]) {
  const context = await browser.newContext({ baseURL: origin, javaScriptEnabled })
  context.setDefaultTimeout(120_000)  // A provider, a server with sanitisers and a browser, beside other tests.
  const page = await context.newPage()
  const press = (name) => page.getByRole('button', { name, exact: true }).first().click()
  const name = `browser-${javaScriptEnabled}`

  await page.goto('/sign-in')
  await page.getByLabel('E-mail address', { exact: true }).fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await press('Sign in')
  await page.waitForURL(`${origin}/concerns/new`)
  await page.goto('/settings/issuers')
  await press(`Tie ${label}`)
  await there(page, name)
  await page.waitForURL(`${origin}/settings/issuers`)
  await page.getByRole('button', { name: `Take away ${label}` }).waitFor()

  await press('Sign out')
  await page.waitForURL(/\/sign-in/)
  await context.clearCookies({ domain: new URL(origin).hostname })
  await page.goto('/sign-in?next=/my-reports')
  await press(`Sign in with ${label}`)
  // The provider remembers them, or asks again; either way they come back to where they wanted to be.
  await page.waitForURL((url) => url.href === `${origin}/my-reports` || url.origin !== origin)
  if (!page.url().startsWith(origin)) await there(page, name).catch(() => {})
  await page.waitForURL(`${origin}/my-reports`)
  assert.ok(await page.getByRole('heading', { level: 1 }).first().isVisible())

  const cookies = await context.cookies(origin)
  const session = cookies.find((one) => one.name === 'session')
  assert.equal(session?.sameSite, 'Strict')
  assert.equal(session?.httpOnly, true)
  assert.equal(cookies.find((one) => one.name === 'issuer'), undefined)

  // Signing out here leaves the provider as it was, and says so; there it is one press more.
  await press('Sign out')
  await page.getByRole('link', { name: `sign out of ${label} too` }).click()
  await page.waitForURL((url) => url.origin !== origin)
  await page.locator('button[name=logout]').click()
  await page.waitForURL(/\/session\/end\/success/)
  await page.goto('/sign-in?next=/my-reports')
  await press(`Sign in with ${label}`)
  await page.locator('input[name=login]').waitFor()
  await there(page, name)
  await page.waitForURL(`${origin}/my-reports`)

  await page.goto('/settings/issuers')
  await press(`Take away ${label}`)
  await page.getByLabel('Your password, or a code from your app', { exact: true }).fill(password)
  await press('Go on')
  await page.waitForURL(/\/sign-in\?why=signed-out/)
  await context.close()
  console.log(`there and back ${javaScriptEnabled ? 'with' : 'without'} script`)
}
await browser.close()
