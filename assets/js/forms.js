// For the forms of people who have signed in. Without it everything works too: the buttons send the form, and it comes
// back with what was found or typed.

const words = document.getElementById('script-words')?.dataset ?? {}

function post(address, fields) {
  return fetch(address, { method: 'POST', body: fields, credentials: 'same-origin', redirect: 'error' })
}

function debounced(milliseconds, run) {
  let timer
  return (...given) => {
    clearTimeout(timer)
    timer = setTimeout(() => run(...given), milliseconds)
  }
}

// What is typed is kept on the server, sealed, soon after each change, so that a time-out or a crash loses none of it.
function keepTyping(form) {
  const status = document.createElement('p')
  status.className = 'govuk-body-s safelead-kept'
  status.setAttribute('role', 'status')
  form.append(status)
  let isDone = false
  let isFailing = false
  let isSoonSent = false
  let underWay = null

  function say(sentence, failing) {
    if (status.textContent === sentence) return
    status.textContent = sentence
    status.classList.toggle('safelead-kept--not', failing)
    isFailing = failing
  }

  async function keep() {
    if (isDone || isSoonSent) return
    const asked = post('/drafts', new URLSearchParams(new FormData(form)))
    const all = Promise.allSettled([underWay, asked])
    underWay = all
    all.then(() => {
      if (underWay === all) underWay = null
    })
    try {
      const answer = await asked
      if (answer.ok) say(words.kept ?? '', false)
      else say(answer.status === 401 ? (words.keptSignIn ?? '') : (words.notKept ?? ''), true)
    } catch {
      say(words.notKept ?? '', true)
    }
  }

  // What is kept after it was sent would come back as if it had not been: what is under way comes first, but not for
  // ever.
  function sendAfter(kept, button) {
    const longEnough = new Promise((resolve) => setTimeout(resolve, 10000))
    Promise.race([kept, longEnough]).then(() => {
      underWay = null
      form.requestSubmit(button)
    })
  }

  const soon = debounced(1500, keep)
  form.addEventListener('input', soon)
  form.addEventListener('submit', (event) => {
    if (!underWay || !form.requestSubmit) {
      isDone = true
      return
    }
    event.preventDefault()
    if (!isSoonSent) sendAfter(underWay, event.submitter)
    isSoonSent = true
  })
  // Back from the answer page by the browser's own button: the form is there again, so keeping goes on.
  window.addEventListener('pageshow', () => {
    isDone = false
    isSoonSent = false
  })
  window.addEventListener('online', () => {
    if (isFailing) keep()
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden' || isDone || !form.dataset.changed) return
    navigator.sendBeacon('/drafts', new URLSearchParams(new FormData(form)))
  })
  form.addEventListener('input', () => {
    form.dataset.changed = 'yes'
  })
}

// A box that searches as one types and adds a tick for whom one chooses: the same ticks that the button would bring.
function searchAsTyped(finder) {
  const name = finder.dataset.name
  const box = finder.querySelector(`input[name="${name}-search"]`)
  const button = finder.querySelector(`button[value="find-${name}"]`)
  const token = finder.closest('form')?.querySelector('input[name="csrf"]')
  if (!box || !token) return
  if (button) button.hidden = true

  const list = document.createElement('ul')
  list.className = 'govuk-list safelead-found'
  list.id = `${name}-found`
  const status = document.createElement('p')
  status.className = 'govuk-visually-hidden'
  status.setAttribute('role', 'status')
  box.setAttribute('aria-controls', list.id)
  box.closest('.govuk-form-group').after(list, status)

  const chosen = () => [...finder.querySelectorAll(`input[type="checkbox"][name="${name}"]`)]

  function ticks() {
    let group = finder.querySelector('.govuk-checkboxes')
    if (group) return group
    group = document.createElement('div')
    group.className = 'govuk-checkboxes govuk-checkboxes--small'
    finder.prepend(group)
    return group
  }

  function choose(person) {
    const known = chosen().find((tick) => tick.value === person.id)
    if (known) {
      known.checked = true
    } else {
      const item = document.createElement('div')
      item.className = 'govuk-checkboxes__item'
      const tick = document.createElement('input')
      Object.assign(tick, {
        type: 'checkbox',
        name,
        value: person.id,
        checked: true,
        id: `${name}-chosen-${chosen().length + 1}`,
        className: 'govuk-checkboxes__input'
      })
      const label = document.createElement('label')
      label.className = 'govuk-label govuk-checkboxes__label'
      label.htmlFor = tick.id
      label.textContent = person.detail ? `${person.name}, ${person.detail}` : person.name
      item.append(tick, label)
      ticks().append(item)
    }
    box.value = ''
    list.replaceChildren()
    status.textContent = `${words.added ?? ''} ${person.name}`
    box.focus()
    finder.closest('form').dispatchEvent(new Event('input', { bubbles: true }))
  }

  function show(people) {
    list.replaceChildren(
      ...people.map((person) => {
        const item = document.createElement('li')
        const add = document.createElement('button')
        add.type = 'button'
        add.className = 'safelead-link-button'
        add.textContent = person.detail ? `${person.name}, ${person.detail}` : person.name
        add.addEventListener('click', () => choose(person))
        item.append(add)
        return item
      })
    )
    status.textContent = people.length === 0 ? (words.noneFound ?? '') : `${people.length} ${words.found ?? ''}`
  }

  let latest = 0
  const search = debounced(250, async () => {
    const asked = ++latest
    const letters = box.value.trim()
    if (letters.length < 2) {
      list.replaceChildren()
      status.textContent = ''
      return
    }
    try {
      const answer = await post(finder.dataset.finder, new URLSearchParams({ csrf: token.value, q: letters }))
      if (!answer.ok) throw new Error(String(answer.status))
      const people = await answer.json()
      if (asked === latest) show(people)
    } catch {
      if (button) button.hidden = false
    }
  })
  box.addEventListener('input', search)
  // Enter in the box searches; it must not send the whole report.
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || (button && !button.hidden)) return
    event.preventDefault()
    list.querySelector('button')?.focus()
  })
}

// "Yes" to danger shows whom to ring before anything else.
function showDanger(panel) {
  const form = panel.closest('form')
  const update = () => {
    panel.hidden = form.querySelector('input[name="danger"]:checked')?.value !== 'yes'
  }
  form.addEventListener('change', update)
  update()
}

for (const form of document.querySelectorAll('form[data-draft]')) keepTyping(form)
for (const finder of document.querySelectorAll('[data-finder]')) searchAsTyped(finder)
for (const panel of document.querySelectorAll('[data-danger-panel]')) showDanger(panel)
