// Asks the browser for a passkey and sends what it says in the form. The pages say what to do without it.
const place = document.getElementById('passkey')
const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

async function ask () {
  const { kind, challenge, host } = place.dataset
  if (kind === 'get') {
    return navigator.credentials.get({
      publicKey: { challenge: bytes(challenge), rpId: host, userVerification: 'required', timeout: 120000 }
    })
  }
  const { user, email } = document.getElementById('passkey-user').dataset
  return navigator.credentials.create({
    publicKey: {
      challenge: bytes(challenge),
      rp: { id: host, name: 'Safelead' },
      user: { id: bytes(user), name: email, displayName: email },
      pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: 'public-key', alg })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
      timeout: 120000
    }
  })
}

if (place && window.PublicKeyCredential) {
  const form = place.closest('form')
  const failed = document.getElementById('passkey-failed')
  document.getElementById('passkey-button').hidden = false
  document.getElementById('passkey-without').hidden = true
  document.getElementById('use-passkey').addEventListener('click', async (event) => {
    event.preventDefault()
    failed.textContent = ''
    try {
      const { id, response } = await ask()
      const said = {
        passkey: id,
        'client-said': text(response.clientDataJSON),
        'authenticator-said': text(response.attestationObject ?? response.authenticatorData),
        signature: response.signature ? text(response.signature) : ''
      }
      for (const [name, value] of Object.entries(said)) form.elements[name].value = value
      form.submit()
    } catch {
      failed.textContent = place.dataset.failed
    }
  })
}
