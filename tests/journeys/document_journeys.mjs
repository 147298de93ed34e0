// The words of documents; and that data gets in by no field of any form.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Person } from './person.mjs'
import { saidBy } from './programs.mjs'
import { enter, scenarios } from './scenarios.mjs'

const corpus = join(import.meta.dirname, '../unit/words/corpus/make.py')

async function withCorpus (use) {
  const folder = mkdtempSync(join(tmpdir(), 'safelead-corpus-'))
  try {
    await saidBy('python3', ['-B', corpus, folder])
    await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function choose (lead, address, folder, name) {
  await lead.go(`${address}/documents`)
  await lead.page.getByLabel('Document', { exact: true }).setInputFiles(join(folder, name))
  await lead.press('Read its words')
}

async function addWords (context, javaScriptEnabled) {
  const { address } = await enter(context.server, scenarios[0])
  const lead = await Person.at(context.browser, context.server, context.checked, { javaScriptEnabled })
  await lead.signIn('lead')
  await lead.go(`${address}/notes`)
  await lead.follow('Add the words of a document')
  await withCorpus(async (folder) => {
    for (const name of ['pictures.docx', 'plain.pdf', 'attachments.eml']) {
      await choose(lead, address, folder, name)
      await lead.sees('Nothing has been added yet')
      if (name !== 'plain.pdf') await lead.sees('left out: ')
      const words = await lead.page.getByLabel('Its words').inputValue()
      assert.equal(words, readFileSync(join(folder, name + '.words'), 'utf8'))
      await lead.press('Add these words')
      await lead.sees('Say what the document is')
      assert.equal(await lead.page.getByLabel('Its words').inputValue(), words)
      await lead.write('What is this document?', `Paper of ${name.length}`)
      await lead.press('Add these words')
      await lead.sees(`Paper of ${name.length}`)
      await lead.seesNot(name)
    }
    for (const name of ['picture.png', 'renamed-picture.docx', 'only-a-picture.pdf', 'written-base64.txt', 'locked.pdf']) {
      await choose(lead, address, folder, name)
      await lead.sees('There is a problem')
    }
    await lead.go(`${address}/chronology`)
    await lead.sees('A document was refused. Nothing of it was kept.')
    const all = await lead.page.content()
    assert.equal(all.split('A document was refused').length - 1, 5)
    for (const name of ['renamed', 'only-a-picture', 'iVBOR']) assert.ok(!all.includes(name))
    await choose(lead, address, folder, 'empty.txt')
    await lead.sees('There is nothing in this file')
  })
  await lead.leave()
}

// From the form of a report and back to it, with what was typed there.
async function addToReport (context, javaScriptEnabled) {
  const teacher = await Person.at(context.browser, context.server, context.checked, { javaScriptEnabled })
  await teacher.signIn('teacher')
  await teacher.go('/concerns/new')
  await teacher.write('Not on the list', 'Robin Vale, Year 9')
  await teacher.write('What was said, in the words used?', 'They said: “somebody shared an image of me”.')
  await teacher.choose('Is anyone in danger now?', 'No')
  await teacher.press('Add the words of a document')
  assert.equal(teacher.path(), '/concerns/new/document')
  await withCorpus(async (folder) => {
    const choose = async (name) => {
      await teacher.page.getByLabel('Document', { exact: true }).setInputFiles(join(folder, name))
      await teacher.press('Read its words')
    }
    await choose('renamed-picture.docx')
    await teacher.sees('There is a problem')
    await choose('pictures.docx')
    await teacher.sees('Nothing has been added yet')
    await teacher.sees('left out: ')
    const words = readFileSync(join(folder, 'pictures.docx.words'), 'utf8')
    assert.equal(await teacher.page.getByLabel('Its words').inputValue(), words)
    await teacher.press('Add these words to your report')
    await teacher.sees('Say what the document is')
    await teacher.write('What is this document?', 'An e-mail from a parent')
    await teacher.press('Add these words to your report')
    assert.equal(teacher.path(), '/concerns/new')
    const all = await teacher.page.getByLabel('What was said, in the words used?').inputValue()
    for (const one of ['“somebody shared an image of me”.', 'A document was refused. Nothing of it was kept.',
      'Words of a document (Word): An e-mail from a parent', words.trim().split('\n')[0]]) {
      assert.ok(all.includes(one), `"${one}" is not in the report: ${all}`)
    }
  })
  assert.equal(await teacher.page.getByLabel('Not on the list').inputValue(), 'Robin Vale, Year 9')
  await teacher.press('Send this report')
  await teacher.sees('Your report is recorded')
  await teacher.leave()
}

// Long enough to be told from words, and unlike anything else.
const payload = 'data:image/png;base64,' + 'iVBORw0KGgo' + Buffer.from(Array.from({ length: 150 }, (_, i) => (i * 73 + 11) % 256)).toString('base64')
const pieces = ['iVBORw0KGgo', payload.slice(60, 90), payload.slice(120, 150)]

// Every form on the page is sent with the payload in every field that can be typed in.
async function sendEveryForm (person, page) {
  await person.page.goto(page)
  return person.page.evaluate(async (data) => {
    let fields = 0
    for (const form of [...document.querySelectorAll('main form')].filter((one) => one.enctype !== 'multipart/form-data')) {
      const body = new URLSearchParams()
      for (const field of form.querySelectorAll('input, textarea, select')) {
        if (!field.name) continue
        if (field.type === 'radio' || field.type === 'checkbox') {
          if (!body.has(field.name)) body.append(field.name, field.value)
        } else if (field.type === 'hidden') {
          body.append(field.name, field.value)
        } else {
          body.append(field.name, `It was said at break. ${data}`)
          fields += 1
        }
      }
      for (const button of form.querySelectorAll('button[name]')) body.set(button.name, button.value)
      await fetch(form.action, { method: 'POST', body, headers: { 'X-Note': data } })
    }
    return fields
  }, payload)
}

async function everyField (context) {
  const { address } = await enter(context.server, scenarios[0])
  const lead = await Person.at(context.browser, context.server, context.checked)
  await lead.signIn('lead')
  await lead.page.goto('/inbox')
  const pages = ['/concerns/new', '/my-reports', ...['/people', '/people/A', '/questions', '/decision', '/sign-off', '/consultations',
    '/referrals', '/actions', '/notes'].map((page) => address + page)]
  let fields = 0
  for (const page of pages) fields += await sendEveryForm(lead, page)
  await lead.page.evaluate(([path, data]) => fetch(`${path}?note=${encodeURIComponent(data)}`), [`${address}/notes`, payload])
  assert.ok(fields >= 20, `only ${fields} fields were found`)
  for (const page of [...pages, '/inbox', address, `${address}/chronology`, `${address}/advice`]) {
    await lead.page.goto(page)
    const all = await lead.page.content()
    for (const piece of pieces) assert.ok(!all.includes(piece), `${piece} is on ${page}`)
  }
  await lead.page.goto(`${address}/chronology`)
  assert.ok((await lead.page.content()).includes('It was said at break.'), 'the words around it were lost')
  await lead.leave()
}

export const documentJourneys = [
  ['the words of documents are read through and added', (context) => addWords(context, true)],
  ['the words of documents are added without script', (context) => addWords(context, false)],
  ['the words of a document are added to a report', (context) => addToReport(context, true)],
  ['the words of a document are added to a report without script', (context) => addToReport(context, false)],
  ['data gets into the record by no field of any form', everyField]
]
