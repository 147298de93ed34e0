// Lighthouse on the open pages, as on a slow telephone: accessibility and best practices 100, performance at least 95.
// node lighthouse.mjs PROGRAM [--some | ADDRESS…]
import { chromium } from 'playwright-core'
import lighthouse from 'lighthouse'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { startServer } from '../journeys/server.mjs'

const wanted = { accessibility: 1, 'best-practices': 1, performance: 0.95 }
// One of each kind: what is long, what has a form, a chart, a way out, a picture.
const some = ['/', '/now', '/young-people', '/young-people/talk', '/guides/155-when-children-share-images', '/contacts',
  '/statistics', '/advise']

async function freePort () {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}

// Every page that a link leads to without an account.
async function allPages (address) {
  const pages = new Set()
  const toGo = ['/']
  while (toGo.length > 0) {
    const at = toGo.pop()
    if (pages.has(at)) continue
    const answer = await fetch(address + at, { redirect: 'manual' })
    if (answer.status !== 200 || !answer.headers.get('content-type').startsWith('text/html')) continue
    pages.add(at)
    const html = await answer.text()
    for (const [, link] of html.matchAll(/href="(\/[^"#]*)/g)) if (!link.startsWith('/assets/')) toGo.push(link)
  }
  return [...pages].sort()
}

const [program, ...asked] = process.argv.slice(2)
const server = await startServer(program)
const port = await freePort()
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [`--remote-debugging-port=${port}`, '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage']
})

// Lighthouse simulates the slow network and processor from what it saw, so a busy machine makes it worse, never better:
// a page may try again.
async function look (at) {
  const scores = {}
  const faults = new Set()
  for (let times = 0; times < 3; ++times) {
    const { lhr } = await lighthouse(server.address + at, { port, output: 'json', logLevel: 'silent' },
      { extends: 'lighthouse:default', settings: { onlyCategories: Object.keys(wanted), formFactor: 'mobile', throttlingMethod: 'simulate' } })
    faults.clear()
    for (const [name, category] of Object.entries(lhr.categories)) {
      scores[name] = Math.max(scores[name] ?? 0, category.score ?? 0)
      for (const { id, weight } of category.auditRefs) {
        const audit = lhr.audits[id]
        if (weight > 0 && audit.score !== null && audit.score < 0.9) faults.add(`${id}: ${audit.displayValue ?? audit.title}`)
      }
    }
    if (Object.entries(wanted).every(([name, least]) => scores[name] >= least)) break
  }
  return { scores, faults }
}

let failed = 0
const pages = asked[0] === '--some' ? some : asked.length > 0 ? asked : await allPages(server.address)
for (const at of pages) {
  const { scores, faults } = await look(at)
  const isGood = Object.entries(wanted).every(([name, least]) => scores[name] >= least)
  if (!isGood) failed += 1
  const told = Object.entries(scores).map(([name, score]) => `${name} ${Math.round(score * 100)}`).join(', ')
  console.log(`${isGood ? 'passed' : 'FAILED'}  ${at}: ${told}${isGood ? '' : `\n        ${[...faults].join('\n        ')}`}`)
}
await browser.close()
await server.stop()
console.log(`${pages.length} pages looked at with Lighthouse, ${failed} failed`)
process.exitCode = failed === 0 && pages.length > 0 ? 0 : 1
