// The DMN 1.1 form, run by dmn-eval-js, a second engine: going from table to table is its own too. What is so of some
// person is given to it as feelin derives it from the 1.5 form, because S-FEEL has no words for it.
//   node s_feel.mjs PROGRAM [HOW-MANY]
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { Engine } from './lib/engine.mjs';
import { answers, forDmn, forSafelead, numbers, people } from './lib/facts.mjs';
import { read, runnable } from './lib/model.mjs';
import { advise, editions, exportDmn } from './lib/safelead.mjs';

const require = createRequire(import.meta.url);
const { decisionTable } = require('@hbtgmbh/dmn-eval-js');
require('loglevel').getLogger('dmn-eval-js').setLevel('error');  // It warns of every table in which nothing holds.

const [program, howMany = '300'] = process.argv.slice(2);
const singles = ['category', 'route'];
const lists = ['criteria', 'safety_rules', 'indicators'];

for (const edition of editions) {
    const started = Date.now();
    const tables = await decisionTable.parseDmnXml(exportDmn(program, edition, '1.1'));
    const { vocabulary, decisions } = runnable(await read(exportDmn(program, edition, '1.5')));
    const derived = [...decisions].filter(([, decision]) => decision.expression !== undefined).map(([name]) => name);
    const random = numbers(11);
    const cases = Array.from({ length: Number(howMany) }, () => ({ facts: answers(random, vocabulary), people: people(random) }));
    const ours = advise(program, edition, cases.map((one) => forSafelead(random, one.facts, one.people)));
    const engine = new Engine(decisions);
    engine.meet(new Map(cases.map((one, i) => [i, forDmn(one.people)])));

    cases.forEach((one, i) => {
        const given = Object.fromEntries(engine.run({}, i, derived));
        const done = [];
        const context = { ...one.facts, ...given };
        const theirs = {};
        for (const name of singles) theirs[name] = decisionTable.evaluateDecision(name, tables, context, done)[name];
        for (const name of lists)
            theirs[name] = [...new Set(decisionTable.evaluateDecision(name, tables, context, done).map((line) => line[name]))];
        const expected = Object.fromEntries([...singles, ...lists].map((name) => [name, ours[i][name]]));
        assert.deepEqual(theirs, expected, JSON.stringify({ edition, ...one }));
    });
    const seconds = (Date.now() - started) / 1000;
    console.log(`${edition}: ${howMany} of ${howMany} agree with dmn-eval-js (${seconds.toFixed(1)} s)`);
}
