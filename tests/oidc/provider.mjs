// An OpenID provider that we did not write, on loopback.
//   node provider.mjs ISSUER ALGORITHM KEY_ID RETURN_ADDRESS
// Anybody signs in there under any name; each start has a new key.
import { generateKeyPairSync } from 'node:crypto'
import Provider from 'oidc-provider'

const [issuer, algorithm, keyId, returnAddress] = process.argv.slice(2)
const pair = algorithm === 'ES256'
  ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
  : generateKeyPairSync('rsa', { modulusLength: 2048 })
const key = { ...pair.privateKey.export({ format: 'jwk' }), kid: keyId, use: 'sig', alg: algorithm }

const provider = new Provider(issuer, {
  clients: [{
    client_id: 'safelead-test',
    client_secret: 'a secret for a test: +/&',
    redirect_uris: [returnAddress],
    response_types: ['code'],
    grant_types: ['authorization_code'],
    id_token_signed_response_alg: algorithm
  }],
  jwks: { keys: [key] },
  cookies: { keys: ['a cookie key for a test'] },
  pkce: { required: () => true },
  ttl: { Interaction: 600, Session: 600, Grant: 600, IdToken: 600, AccessToken: 600 }
})
// What we send, to be looked at: the query of each request to sign somebody in.
provider.use(async (ctx, next) => {
  if (ctx.path === '/auth') console.log(JSON.stringify({ asked: ctx.query }))
  await next()
})
provider.on('server_error', (ctx, error) => console.error(error.message))
provider.listen(Number(new URL(issuer).port), '127.0.0.1', () => console.log(JSON.stringify({ listening: issuer })))
