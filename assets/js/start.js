// Says to the style sheet, before anything is drawn, that scripts run. In a file of its own because the pages' security
// policy allows no inline script.
document.body.className +=
  ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '')
