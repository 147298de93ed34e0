// Is the document OpenAPI 3.1, and would a mistake be found?
//   node validate.mjs DOCUMENT
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

const document = JSON.parse(readFileSync(process.argv[2], 'utf8'))

async function validated (value) {
  const validator = new Validator({ strict: true })
  const { valid, errors } = await validator.validate(value)
  return { valid, errors, version: validator.version }
}

const whole = await validated(structuredClone(document))
assert.ok(whole.valid, JSON.stringify(whole.errors, null, 1))
assert.equal(whole.version, '3.1')

const mistakes = {
  'no title': (one) => { delete one.info.title },
  'an operation without answers': (one) => { one.paths['/api/v1/people'].get.responses = [] },
  'a parameter in no place': (one) => { one.paths['/api/v1/people'].get.parameters[0].in = 'body' },
  'a security scheme without its scheme': (one) => { delete one.components.securitySchemes.token.scheme },
  'a path that is none': (one) => { one.paths.people = one.paths['/api/v1/people'] },
  'a member that nobody knows': (one) => { one.paths['/api/v1/concerns'].post.body = {} }
}
for (const [what, change] of Object.entries(mistakes)) {
  const changed = structuredClone(document)
  change(changed)
  assert.ok(!(await validated(changed)).valid, `${what}, and the validator lets it pass`)
}

// OpenAPI 3.1 leaves what a schema may say to JSON Schema.
let whyNot = ''
function schemasHold (value) {
  const ajv = new Ajv2020({ strict: true, allErrors: true })
  addFormats(ajv)
  const $defs = JSON.parse(JSON.stringify(value.components.schemas).replaceAll('#/components/schemas/', '#/$defs/'))
  try {
    for (const name of Object.keys($defs)) ajv.compile({ $ref: `#/$defs/${name}`, $defs })
    return true
  } catch (fault) {
    whyNot = fault.message
    return false
  }
}
assert.ok(schemasHold(document), whyNot)
const noType = structuredClone(document)
noType.components.schemas.Child.type = 'text'
assert.ok(!schemasHold(noType), 'a type that there is not, and it passes')
const noWord = structuredClone(document)
noWord.components.schemas.Child.colour = 'red'
assert.ok(!schemasHold(noWord), 'a word that there is not, and it passes')

// What the document points at is there, and what it has is pointed at.
const text = JSON.stringify(document)
const pointed = new Set([...text.matchAll(/"\$ref":"#\/components\/([a-zA-Z]+\/[a-zA-Z]+)"/g)].map((found) => found[1]))
const there = new Set(['schemas', 'responses'].flatMap((kind) => Object.keys(document.components[kind]).map((name) => `${kind}/${name}`)))
assert.deepEqual(pointed, there)

console.log(`valid as ${whole.version}; ${Object.keys(mistakes).length + 2} planted mistakes were found`)
