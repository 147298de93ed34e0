// Compiles the style sheet, gathers scripts and pictures, names each by its content, compresses it, and writes all of
// it as one C++ source that the program carries. Run by tools/build-assets: node assets/build.mjs OUT
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import common from '@zxcvbn-ts/language-common'
import * as sass from 'sass'

const here = dirname(fileURLToPath(import.meta.url))
const out = process.argv[2]
const types = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml', json: 'application/json' }

const compiled = sass.compile(join(here, 'safelead.scss'), {
  style: 'compressed',
  loadPaths: [join(here, 'node_modules')],
  quietDeps: true
}).css
// The royal crest stands in the footer's own style sheet; its rules go, as does every other mark of GOV.UK.
const css = compiled.replace(/[^{}]*\.govuk-footer__copyright-logo[^{}]*\{[^{}]*\}/g, '')

const files = []
function add(name, bytes) {
  const [, stem, ending] = /^(.*)\.([a-z]+)$/.exec(name)
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
  const gzipped = gzipSync(bytes, { level: 9 })
  const file = { name, stored: `${stem}-${digest}.${ending}`, type: types[ending], bytes, gzipped }
  if (gzipped.length >= bytes.length) file.gzipped = Buffer.alloc(0)
  files.push(file)
  return file
}

add('safelead.css', Buffer.from(css))
const govuk = readFileSync(join(here, 'node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js'), 'utf8')
const frontend = add('govuk-frontend.min.js', Buffer.from(govuk.replace(/\n?\/\/# sourceMappingURL=.*\n?/, '\n')))
for (const name of readdirSync(join(here, 'js')).sort()) {
  const source = readFileSync(join(here, 'js', name), 'utf8')
  add(name, Buffer.from(source.replaceAll('./govuk-frontend.min.js', `./${frontend.stored}`)))
}
add('openapi.json', readFileSync(join(here, 'api/openapi.json')))
for (const name of readdirSync(join(here, 'images')).sort()) add(name, readFileSync(join(here, 'images', name)))

for (const forbidden of ['GDS Transport', 'govuk-crest', 'fonts/']) {
  if (css.includes(forbidden)) throw new Error(`the style sheet holds "${forbidden}", which is for GOV.UK alone`)
}

function array(name, bytes) {
  if (bytes.length === 0) return ''
  return `const unsigned char ${name}[] = {${[...bytes].join(',')}};\n`
}
const view = (name, bytes) =>
  bytes.length === 0 ? '{}' : `{reinterpret_cast<const char*>(${name}), sizeof ${name}}`
const source =
  '// Made by tools/build-assets; not kept in the repository.\n#include "web/html/assets.h"\n\n' +
  'namespace safelead::web {\n\nnamespace {\n\n' +
  files.map((f, i) => array(`bytes_${i}`, f.bytes) + array(`gzipped_${i}`, f.gzipped)).join('') +
  `\nconst Asset assets[] = {\n` +
  files
    .map(
      (f, i) =>
        `    {"${f.name}", "/assets/${f.stored}", {"${f.stored}", "${f.type}", ${view(`bytes_${i}`, f.bytes)}, ` +
        `${view(`gzipped_${i}`, f.gzipped)}}},\n`
    )
    .join('') +
  '};\n\n}  // namespace\n\nstd::span<const Asset> all_assets()\n{\n    return assets;\n}\n\n}  // namespace safelead::web\n'

// The passwords that are used most, as digests: src/app/known_password.h.
const passwords = common.dictionary['passwords-common']
const digests = passwords.map((one) => createHash('sha256').update(one.toLowerCase()).digest('hex').slice(0, 16))
const known =
  '// Made by tools/build-assets; not kept in the repository.\n#include "app/known_password.h"\n\n' +
  'namespace safelead::app {\n\nnamespace {\n\nconstexpr std::uint64_t digests[] = {' +
  [...new Set(digests)].sort().map((one) => `0x${one}U`).join(',') +
  '};\n\n}  // namespace\n\nstd::span<const std::uint64_t> known_passwords()\n{\n    return digests;\n}\n\n}  // namespace safelead::app\n'

mkdirSync(out, { recursive: true })
rmSync(join(out, 'files'), { recursive: true, force: true })
mkdirSync(join(out, 'files'))
for (const f of files) writeFileSync(join(out, 'files', f.stored), f.bytes)
writeFileSync(join(out, 'known_passwords.cpp'), known)
writeFileSync(join(out, 'embedded.cpp'), source)

for (const f of files) {
  const sent = f.gzipped.length || f.bytes.length
  console.log(`  ${f.stored.padEnd(44)} ${String(f.bytes.length).padStart(7)} bytes, ${String(sent).padStart(6)} as sent`)
}
