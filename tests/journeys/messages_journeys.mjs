// Asking for mail that says that something waits, and asking for none again.
import { Person } from './person.mjs'

async function askForMail (context, options) {
  const { browser, server, checked } = context
  const lead = await Person.at(browser, server, checked, options)
  await lead.signIn('lead')
  await lead.go('/my-reports')
  await lead.follow('Mail when something waits')
  await lead.sees('no name, no school, not what it is')
  await lead.choose('Do you want this mail?', 'Yes, to the address I sign in with')
  await lead.press('Save')
  if (!await lead.page.getByLabel('Yes, to the address I sign in with').isChecked()) throw new Error('it was not kept')
  await lead.choose('Do you want this mail?', 'No mail')
  await lead.press('Save')
  if (!await lead.page.getByLabel('No mail').isChecked()) throw new Error('it was not taken back')
  await lead.leave()
}

export const messagesJourneys = [
  ['somebody asks for mail when something waits, and takes it back', (context) => askForMail(context, {})],
  ['somebody asks for mail without script', (context) => askForMail(context, { javaScriptEnabled: false })]
]
