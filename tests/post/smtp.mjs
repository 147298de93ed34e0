// An SMTP server that we did not write, on loopback: prints one line of JSON for each mail it takes.
//   node smtp.mjs PORT CERTIFICATE KEY starttls|tls [refuse-sender]
import { readFileSync } from 'node:fs'
import { SMTPServer } from 'smtp-server'

const [port, certificate, key, tls, refuses] = process.argv.slice(2)

const server = new SMTPServer({
  secure: tls === 'tls',
  cert: readFileSync(certificate),
  key: readFileSync(key),
  authMethods: ['PLAIN', 'LOGIN'],
  logger: false,
  onAuth (auth, session, callback) {
    const right = auth.username === 'safelead' && auth.password === 'a password for a test'
    if (right) callback(null, { user: 'safelead' })
    else callback(new Error('refused'))
  },
  onMailFrom (address, session, callback) {
    if (refuses !== 'refuse-sender') return callback()
    callback(Object.assign(new Error('5.7.60 You may not send as this sender'), { responseCode: 550 }))
  },
  onData (stream, session, callback) {
    let message = ''
    stream.on('data', (bytes) => { message += bytes })
    stream.on('end', () => {
      const { mailFrom, rcptTo } = session.envelope
      console.log(JSON.stringify({ secure: session.secure, from: mailFrom.address, to: rcptTo.map((one) => one.address), message }))
      callback()
    })
  }
})
server.on('error', (error) => console.error(error.message))
server.listen(Number(port), '127.0.0.1', () => console.log(JSON.stringify({ listening: server.server.address().port })))
