// Starts the real program with a practice partnership, goes every journey, says what passed.
// node journeys.mjs PROGRAM [part of a journey's name]…
import { chromium } from 'playwright-core'
import { adviseJourneys } from './advise_journeys.mjs'
import { assessJourneys } from './assess_journeys.mjs'
import { caseJourneys } from './case_journeys.mjs'
import { childJourneys } from './child_journeys.mjs'
import { concernJourneys } from './concern_journeys.mjs'
import { documentJourneys } from './document_journeys.mjs'
import { draftJourneys } from './draft_journeys.mjs'
import { erasingJourneys } from './erasing_journeys.mjs'
import { fitsJourneys } from './fits_journeys.mjs'
import { keptJourneys } from './kept_journeys.mjs'
import { policeJourneys } from './police_journeys.mjs'
import { readingJourneys } from './reading_journeys.mjs'
import { recordJourneys } from './record_journeys.mjs'
import { referralJourneys } from './referral_journeys.mjs'
import { replayJourneys } from './replay_journeys.mjs'
import { messagesJourneys } from './messages_journeys.mjs'
import { openJourneys } from './open_journeys.mjs'
import { peopleJourneys } from './people_journeys.mjs'
import { readsJourneys } from './reads_journeys.mjs'
import { talkJourneys } from './talk_journeys.mjs'
import { trainingJourneys } from './training_journeys.mjs'
import { scenarioJourneys } from './scenarios.mjs'
import { signInJourneys } from './sign_in_journeys.mjs'
import { looks } from './person.mjs'
import { startServer } from './server.mjs'

const [program, ...wanted] = process.argv.slice(2)
const suites = [
  { journeys: [...openJourneys, ...adviseJourneys, ...concernJourneys, ...caseJourneys, ...keptJourneys, ...documentJourneys, ...erasingJourneys, ...recordJourneys,
    ...replayJourneys, ...talkJourneys, ...assessJourneys, ...childJourneys, ...trainingJourneys, ...referralJourneys, ...policeJourneys, ...readingJourneys,
    ...scenarioJourneys, ...peopleJourneys,
    ...readsJourneys, ...messagesJourneys, ...fitsJourneys], idleMinutes: 30 },
  { journeys: draftJourneys, idleMinutes: 1 },
  { journeys: signInJourneys, idleMinutes: 30, more: ['--second-factor-in-practice'] }
]
const checked = new Set()
let passed = 0
let failed = 0

function startBrowser () {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    timeout: 300_000,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage']
  })
}

// What is left of a suite, one after the other, in a browser and on a server of their own.
async function goThrough ({ left, idleMinutes, more }) {
  if (left.length === 0) return
  const server = await startServer(program, { idleMinutes, more })
  let browser = await startBrowser()
  for (let next = left.shift(); next; next = left.shift()) {
    // A browser that has died takes one journey with it, not all that are left.
    if (!browser.isConnected()) browser = await startBrowser()
    const [name, go] = next
    try {
      await go({ browser, server, checked })
      passed += 1
      console.log(`passed  ${name}`)
    } catch (fault) {
      failed += 1
      console.log(`FAILED  ${name}\n${fault.stack ?? fault}`)
    }
    await closeAll(browser)
  }
  await browser.close()
  const { code, errors } = await server.stop()
  if (code !== 0 || errors.includes('"incident"')) {
    failed += 1
    console.log(`FAILED  the server ends in order (it ended with ${code}): ${errors.slice(-2000)}`)
  }
}

// Each journey begins with nothing open; one that died has nothing to close.
async function closeAll (browser) {
  try {
    for (const context of browser.contexts()) await context.close()
  } catch (fault) {
    if (browser.isConnected()) throw fault
  }
}

const isWanted = ([name]) => wanted.length === 0 || wanted.some((part) => name.includes(part))
for (const suite of suites) suite.left = suite.journeys.filter(isWanted)
// A journey waits for much: two at once are through sooner, also on two processors. The first suite is by far the longest.
const turns = suites[0].left.length > 1 ? [suites[0], ...suites] : [...suites]
await Promise.all([1, 2].map(async () => {
  for (let suite = turns.shift(); suite; suite = turns.shift()) await goThrough(suite)
}))
console.log(`${looks.all} looks at pages, ${looks.shapes.size} of different make`)
console.log(`${checked.size} pages without an axe violation: ${[...checked].sort().join(' ')}`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
