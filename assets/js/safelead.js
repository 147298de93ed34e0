// Everything here is a convenience: every page works without it.
import {
  createAll,
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  ExitThisPage,
  NotificationBanner,
  PasswordInput,
  ServiceNavigation,
  SkipLink
} from './govuk-frontend.min.js'

for (const component of [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  ExitThisPage,
  NotificationBanner,
  PasswordInput,
  ServiceNavigation,
  SkipLink
]) {
  createAll(component)
}

// GOV.UK's own Radios say aria-expanded on a radio, which ARIA does not allow there. What a radio reveals follows it in the
// page, so showing it is enough.
for (const group of document.querySelectorAll('[data-module="govuk-radios"]')) {
  const radios = [...group.querySelectorAll('input[type="radio"]')]
  const update = () => {
    for (const radio of radios) {
      const revealed = radio.dataset.ariaControls && document.getElementById(radio.dataset.ariaControls)
      if (revealed) revealed.classList.toggle('govuk-radios__conditional--hidden', !radio.checked)
    }
  }
  group.addEventListener('change', update)
  window.addEventListener('pageshow', update)
  update()
}

for (const button of document.querySelectorAll('[data-print]')) {
  button.addEventListener('click', () => window.print())
}

// On paper nothing can be opened, so it is printed open and closed again afterwards.
window.addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('details:not([open])')) {
    details.dataset.openedToPrint = ''
    details.open = true
  }
})
window.addEventListener('afterprint', () => {
  for (const details of document.querySelectorAll('details[data-opened-to-print]')) {
    details.open = false
    delete details.dataset.openedToPrint
  }
})
