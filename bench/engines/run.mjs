// The same generated facts through our engine, feelin and dmn-eval-js, one after the other, in one run. Prints what a
// whole decision costs in each (category, criteria, safety rules, unresolved, indicators, route, consult, flags), and the ratios.
//   bench/engines/run SAFELEAD BENCH_DECIDE
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Engine } from '../../tests/dmn/lib/engine.mjs';
import { answers, forDmn, forSafelead, numbers, people } from '../../tests/dmn/lib/facts.mjs';
import { read, runnable } from '../../tests/dmn/lib/model.mjs';
import { editions, exportDmn } from '../../tests/dmn/lib/safelead.mjs';

const require = createRequire(new URL('../../tests/dmn/package.json', import.meta.url));
const { decisionTable } = require('@hbtgmbh/dmn-eval-js');
require('loglevel').getLogger('dmn-eval-js').setLevel('error');

const [safelead, benchDecide] = process.argv.slice(2);
const tables = ['category', 'criteria', 'safety_rules', 'unresolved', 'indicators', 'route', 'consult', 'flags'];
const enough = 5000;  // Milliseconds for each engine and edition.

/** Ours: nanoseconds of CPU for each set, by bench_decide. */
function ours(edition, cases, random) {
    const folder = mkdtempSync(join(tmpdir(), 'bench-'));
    try {
        const file = join(folder, 'facts.json');
        writeFileSync(file, JSON.stringify(cases.map((one) => forSafelead(random, one.facts, one.people))));
        const done = spawnSync(benchDecide, [file, edition], { encoding: 'utf8' });
        if (done.status !== 0) throw new Error(`${benchDecide}: exit ${done.status} ${done.stderr}`);
        return JSON.parse(done.stdout);
    } finally {
        rmSync(folder, { recursive: true });
    }
}

/** Microseconds of CPU for each of `cases`, for as many as there is time for. */
function microseconds(cases, decide) {
    decide(cases[0], 0);  // Warm.
    const before = process.cpuUsage();
    const used = () => { const { user, system } = process.cpuUsage(before); return user + system; };
    let done = 0;
    for (; done < cases.length && used() < enough * 1000; ++done) decide(cases[done], done);
    return { each: used() / done, done };
}

function show(what, { each, done }, base) {
    console.log(`  ${what.padEnd(34)} ${each.toFixed(1).padStart(12)} µs   ${(each / base).toFixed(1).padStart(10)} ×   (${done} sets)`);
}

for (const edition of editions) {
    const { vocabulary, decisions } = runnable(await read(exportDmn(safelead, edition, '1.5')));
    const simple = await decisionTable.parseDmnXml(exportDmn(safelead, edition, '1.1'));
    const random = numbers(7);
    const cases = Array.from({ length: 2000 }, () => ({ facts: answers(random, vocabulary), people: people(random) }));
    const mine = ours(edition, cases, random);
    const base = mine.advice_ns / 1000;

    console.log(edition);
    show('safelead, rules that speak', { each: mine.conclude_ns / 1000, done: mine.sets }, base);
    show('safelead, advice with its reasons', { each: base, done: mine.sets }, base);
    show('safelead, and what to ask next', { each: mine.evaluate_ns / 1000, done: mine.sets }, base);

    const plain = new Engine(decisions, { remembers: false });
    show('feelin', microseconds(cases, (one, i) => {
        plain.meet(new Map([[i, forDmn(one.people)]]));
        plain.run(one.facts, i, tables);
    }), base);

    // What is so of people is derived beforehand, and is not in this engine's time.
    const known = new Engine(decisions);
    known.meet(new Map(cases.map((one, i) => [i, forDmn(one.people)])));
    const derived = [...decisions].filter(([, decision]) => decision.expression !== undefined).map(([name]) => name);
    const contexts = cases.map((one, i) => Object.fromEntries(known.run({}, i, derived)));
    show('dmn-eval-js, people derived for it', microseconds(cases, (one, i) => {
        const context = { ...one.facts, ...contexts[i] };
        const done = [];
        for (const table of tables) decisionTable.evaluateDecision(table, simple, context, done);
    }), base);
}
