// Does every file of every pack keep its schema, and would a mistake be found?
//   node check.mjs GUIDANCE
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { parse } from 'jsonc-parser';

const guidance = process.argv[2];
const ajv = new Ajv2020({ allErrors: true, strict: true, strictTuples: false });

/** JSON with comments, as it stands. */
function read(path) {
    const errors = [];
    const value = parse(readFileSync(path, 'utf8'), errors);
    assert.deepEqual(errors, [], `${path} is not JSON with comments`);
    return value;
}

const schemas = new Map();
for (const file of readdirSync(join(guidance, 'schema')))
    schemas.set(file.replace('.schema.json', ''), ajv.compile(read(join(guidance, 'schema', file))));

const folders = (under) => readdirSync(under, { withFileTypes: true }).filter((one) => one.isDirectory()).map((one) => join(under, one.name));
const files = [];
for (const folder of [...folders(guidance), ...folders(join(guidance, 'overlays'))])
    for (const [name] of schemas)
        if (existsSync(join(folder, `${name}.json`))) files.push({ name, path: join(folder, `${name}.json`) });
assert.deepEqual(new Set(files.map(({ name }) => name)), new Set(schemas.keys()), 'a schema is used by no file');

for (const { name, path } of files) {
    const keeps = schemas.get(name);
    assert.ok(keeps(read(path)), `${path} breaks its schema:\n${JSON.stringify(keeps.errors, null, 1)}`);
}

// Mistakes, each planted in a file that is right.
let planted = 0;
function mustFind(name, what, change) {
    const value = structuredClone(read(files.find((file) => file.name === name).path));
    change(value);
    assert.ok(!schemas.get(name)(value), `${name}: ${what}, and the schema lets it pass`);
    planted += 1;
}
const mistakes = {
    pack: {
        'an edition with a path in it': (pack) => { pack.edition = '../elsewhere'; },
        'a day that is no date': (pack) => { pack.published = 'March 2024'; },
        'nobody has verified it, and it is not said': (pack) => { delete pack.verified_by; },
        'no sources': (pack) => { pack.sources = []; },
        'a member that nobody knows': (pack) => { pack.colour = 'red'; },
    },
    facts: {
        'a fact that cannot be unknown': (facts) => { facts[0].values = facts[0].values.filter((value) => value !== 'unknown'); },
        'a value twice': (facts) => { facts[0].values.push('image'); },
        'a type that there is not': (facts) => { facts[0].type = 'number'; },
        'a free word with values': (facts) => { facts.at(-1).values = ['unknown']; },
    },
    questions: {
        'no reason why it is asked': (questions) => { delete questions[0].why; },
        'somebody who may not answer': (questions) => { questions[0].who = ['parent']; },
        'a source without a section': (questions) => { questions[0].source = ['guidance']; },
        'an empty question': (questions) => { questions[0].words = ''; },
    },
    rules: {
        'a rule without a source': (rules) => { delete rules.category[0].source; },
        'a kind that there is not': (rules) => { rules.criteria[0].kind = 'opinion'; },
        'a condition with a sign that conditions do not have': (rules) => { rules.route[0].when = 'immediate_danger = yes'; },
        'a table that is missing': (rules) => { delete rules.flags; },
        'a table that nobody knows': (rules) => { rules.scores = []; },
        'an urgency that is no whole number': (rules) => { rules.routes[0].severity = 0.5; },
        'more rules than a table can have': (rules) => { rules.flags = Array.from({ length: 65 }, () => rules.flags[0]); },
    },
    steps: {
        'a deadline that is none': (steps) => { steps[0].deadline = 'soon'; },
        'no hours at all': (steps) => { steps[0].deadline = 'hours 0'; },
        'nobody to do it': (steps) => { delete steps[0].owner; },
        'called for by nothing': (steps) => { steps[0].when = []; },
        'a source with three parts': (steps) => { steps[0].source.push('more'); },
    },
    terms: {
        'an audience that there is not': (terms) => { terms[0].audience = 'parents'; },
        'no words': (terms) => { delete terms[0].words; },
        'a code with a space': (terms) => { terms[0].code = 'SELF PEER'; },
    },
    overlay: {
        'a rule that could lower the route': (overlay) => { overlay.rules[0].gives = 'SCHOOL_MANAGE'; delete overlay.rules[0].at_least; },
        'a table of an edition': (overlay) => { overlay.category = []; },
    },
};
assert.deepEqual(new Set(Object.keys(mistakes)), new Set(schemas.keys()), 'no mistake was planted for a schema');
for (const [name, changes] of Object.entries(mistakes))
    for (const [what, change] of Object.entries(changes)) mustFind(name, what, change);

console.log(`${files.length} files keep their schemas; ${planted} planted mistakes were found`);
