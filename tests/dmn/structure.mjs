// Is the export a DMN document? Against the OMG schema that dmn-moddle brings (1.3). The parts of DMN 1.5 that the
// export uses are those of 1.3 in other names, so the 1.5 form is held to the same schema in those names.
//   node structure.mjs PROGRAM
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import assert from 'node:assert/strict';
import { editions, exportDmn } from './lib/safelead.mjs';
import { inKnownNames, read, runnable } from './lib/model.mjs';

const program = process.argv[2];
const schemas = join(dirname(createRequire(import.meta.url).resolve('dmn-moddle')), '../resources/dmn/xsd');
const work = mkdtempSync(join(tmpdir(), 'dmn-'));

/** The OMG schema; for 1.5, in the names of 1.5. */
function schemaFor(version) {
    const folder = join(work, version);
    cpSync(schemas, folder, { recursive: true });
    if (version === '1.5') {
        for (const file of readdirSync(folder)) {
            const text = readFileSync(join(folder, file), 'utf8');
            writeFileSync(join(folder, file), text.replaceAll('DMN/20191111/', 'DMN/20230324/'));
        }
    }
    return join(folder, 'DMN13.xsd');
}

function validate(xml, schema) {
    const done = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, '-'], { input: xml, encoding: 'utf8' });
    if (done.error) throw done.error;
    return { holds: done.status === 0, says: done.stderr };
}

/** What a schema does not say: every line has a cell for each column, every reference leads somewhere. */
async function checkParts(xml) {
    const { decisions } = runnable(await read(xml));
    const ids = new Set([...xml.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]));
    for (const [name, decision] of decisions) {
        for (const need of decision.needs) assert.ok(ids.has(need), `${name} needs ${need}, which is not there`);
        for (const line of decision.lines ?? [])
            assert.equal(line.tests.length, decision.columns.length, `a line of ${name} has too many or too few cells`);
    }
    for (const table of ['category', 'criteria', 'safety_rules', 'unresolved', 'indicators', 'route', 'consult', 'flags'])
        assert.ok(decisions.get(table)?.lines?.length > 0, `there is no table ${table}`);
    for (const element of ['DMNShape', 'DMNEdge'])
        for (const [, of] of xml.matchAll(new RegExp(`<dmndi:${element} [^>]*dmnElementRef="([^"]*)"`, 'g')))
            assert.ok(ids.has(of), `the diagram draws ${of}, which is not there`);
}

try {
    const schema = { 1.3: schemaFor('1.3'), 1.5: schemaFor('1.5') };
    for (const edition of editions) {
        for (const overlays of [[], ['mandatory-reporting']]) {
            const newest = exportDmn(program, edition, '1.5', overlays);
            const older = exportDmn(program, edition, '1.3', overlays);
            assert.equal(inKnownNames(newest), older, 'the 1.5 and 1.3 forms differ in more than names');
            for (const [version, xml] of [['1.5', newest], ['1.3', older]]) {
                const { holds, says } = validate(xml, schema[version]);
                assert.ok(holds, `${edition} as ${version} is no DMN: ${says}`);
            }
            await checkParts(newest);
            // The check can fail: a decision without a name is found.
            assert.ok(!validate(newest.replace(' name="category"', ''), schema['1.5']).holds);
        }
        console.log(`${edition}: valid as DMN 1.5 and 1.3, with and without overlay`);
    }
} finally {
    rmSync(work, { recursive: true });
}
