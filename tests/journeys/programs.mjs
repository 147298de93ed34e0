// Other programs. They are waited for without holding up the journey that goes on beside: its time would run out meanwhile,
// though whatever it waits for has come.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const start = promisify(execFile)

// What a program says when it is given `input`.
export async function saidBy (program, words, input = '') {
  const running = start(program, words, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  // It may end without having read all.
  running.child.stdin.on('error', () => {})
  running.child.stdin.end(input)
  return (await running).stdout
}
