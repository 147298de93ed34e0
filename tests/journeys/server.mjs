// A practice partnership of its own, on a free port, for as long as the journeys last.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { saidBy } from './programs.mjs'

const root = join(import.meta.dirname, '../..')

// "  e-mail   password   role at organisation"
function signInOf (line) {
  const [, email, password, role, organisation] = /^ {2}(\S+@\S+) +(.{24,}?) (\S.*) at (.+)$/.exec(line) ?? []
  return email && { email, password: password.trim(), role, organisation }
}

// Whom nobody asks in these journeys: the pages that name them are looked at.
function issuersIn (folder) {
  const file = join(folder, 'issuers.json')
  writeFileSync(join(folder, 'secret'), 'a secret for a test', { mode: 0o600 })
  writeFileSync(file, JSON.stringify({ origin: 'http://127.0.0.1', issuers: [{ id: 'elsewhere', label: 'Made-up elsewhere',
    issuer: 'http://127.0.0.1:9', client_id: 'safelead-test', client_secret_file: 'secret' }] }))
  return file
}

export async function startServer (program, { idleMinutes = 30, more = [] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'safelead-journeys-'))
  const data = join(folder, 'data')
  const guidance = ['--guidance', join(root, 'guidance')]
  const said = await saidBy(program, [...guidance, 'practice', '--data', data])
  const signIns = said.split('\n').map(signInOf).filter(Boolean)
  const server = spawn(program, [...guidance, 'serve', '--data', data, '--listen', '127.0.0.1:0', '--idle-minutes',
    String(idleMinutes), '--issuers', issuersIn(folder), ...more], { stdio: ['ignore', 'pipe', 'pipe'] })
  const hasEnded = () => server.exitCode !== null || server.signalCode !== null
  // Whatever ends this program ends its servers.
  process.once('exit', () => server.kill('SIGKILL'))
  let errors = ''
  server.stderr.on('data', (bytes) => { errors += bytes })
  const address = await new Promise((resolve, reject) => {
    let heard = ''
    server.stdout.on('data', (bytes) => {
      heard += bytes
      // A whole line: half of a port is a port, too.
      const found = /(http:\/\/\S+)\n/.exec(heard)
      if (found) resolve(found[1])
    })
    server.on('error', reject)
    server.on('exit', (code, signal) => reject(new Error(`the server ended with ${code ?? signal}: ${errors}`)))
  })
  const school = signIns[0].organisation
  return {
    address,
    program,
    guidance,
    data,
    // "lead", "head", "teacher": what stands before the @ in the first school; of another organisation, the beginning of the
    // address ("officer@police"), or all of it.
    signIn: (who) => {
      const found = signIns.find((one) => who.includes('@') ? one.email.startsWith(who) : one.organisation === school && one.email.startsWith(`${who}@`))
      if (!found) throw new Error(`nobody in the practice school is ${who}`)
      return found
    },
    stop: async () => {
      // One that a signal has ended has no exit code, and does not end again.
      if (!hasEnded()) {
        const ended = once(server, 'exit')
        server.kill('SIGTERM')
        await ended
      }
      rmSync(folder, { recursive: true, force: true })
      return { code: server.exitCode ?? server.signalCode, errors }
    }
  }
}
