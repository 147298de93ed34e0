// Do our engine and feelin, given the export, say the same? Over generated facts, for every edition.
//   node compare.mjs PROGRAM [--full] [--seed N]
// Without --full, a few thousand lists of people are shared by 20,000 sets of facts for each edition; with it, every set
// has its own.
import assert from 'node:assert/strict';
import { once as onceTold } from 'node:events';
import { availableParallelism } from 'node:os';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { Engine } from './lib/engine.mjs';
import { answers, forDmn, forSafelead, numbers, people } from './lib/facts.mjs';
import { read, runnable } from './lib/model.mjs';
import { advise, editions, exportDmn } from './lib/safelead.mjs';

const [program, ...options] = process.argv.slice(2);
const isFull = options.includes('--full');
const seed = options.includes('--seed') ? Number(options[options.indexOf('--seed') + 1]) : 20261123;
const sets = 20000;
const groups = isFull ? sets : 3000;
const tables = ['category', 'criteria', 'safety_rules', 'unresolved', 'indicators', 'route', 'consult', 'flags'];

/** A list with each word once. Two rules may give the same. */
const once = (list) => [...new Set(list)];

function asAdvice(results) {
    const advice = {};
    for (const table of tables) {
        const value = results.get(table);
        advice[table] = Array.isArray(value) ? once(value) : value;
    }
    advice.unresolved.sort();
    return advice;
}

function count(counts, word) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
}

/** `change`: made to the document first, to see that a difference is found. */
async function compare(edition, overlays, howMany, change) {
    const started = Date.now();
    const document = exportDmn(program, edition, '1.5', overlays);
    const { vocabulary, decisions } = runnable(await read(change ? change(document) : document));
    const random = numbers(seed);
    const lists = Array.from({ length: Math.min(groups, howMany) }, () => people(random));
    const engine = new Engine(decisions);
    engine.meet(new Map(lists.map((list, i) => [i, forDmn(list)])));

    const cases = Array.from({ length: howMany }, (_, i) => ({ facts: answers(random, vocabulary), people: i % lists.length }));
    const ours = advise(program, edition, cases.map((one) => forSafelead(random, one.facts, lists[one.people])), overlays);

    const reached = { category: new Map(), route: new Map(), criteria: new Map(), safety_rules: new Map(), indicators: new Map() };
    let disagreements = 0;
    cases.forEach((one, i) => {
        const theirs = asAdvice(engine.run(one.facts, one.people, tables));
        const expected = Object.fromEntries(tables.map((table) => [table, ours[i][table]]));
        try {
            assert.deepEqual(theirs, expected);
        } catch {
            disagreements += 1;
            if (disagreements <= 3 && !change)
                console.error(JSON.stringify({ facts: one.facts, people: lists[one.people], safelead: expected, feelin: theirs }, null, 1));
        }
        for (const [table, counts] of Object.entries(reached))
            for (const word of [theirs[table]].flat()) count(counts, word);
    });
    if (change) return disagreements;
    assert.equal(disagreements, 0, `${edition}: ${disagreements} of ${howMany} disagree`);
    checkReached(edition, decisions, reached, howMany, overlays);
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(`${edition}${overlays.map((o) => ` + ${o}`)}: ${howMany} of ${howMany} agree ` +
        `(${lists.length} lists of people, ${engine.evaluations} evaluations by feelin, ${seconds} s)\n` +
        `  routes: ${[...reached.route].map(([word, n]) => `${word} ${n}`).join(', ')}`);
}

/** Agreement about what never came up would show nothing. */
function checkReached(edition, decisions, reached, howMany, overlays) {
    if (howMany < sets || overlays.length > 0) return;
    for (const [table, counts] of Object.entries(reached))
        for (const given of once(decisions.get(table).lines.map((line) => line.gives.slice(1, -1))))
            assert.ok((counts.get(given) ?? 0) >= 5, `${edition}: ${given} of ${table} came up ${counts.get(given) ?? 0} times`);
}

async function compareEdition(edition) {
    await compare(edition, [], sets);
    await compare(edition, ['mandatory-reporting'], isFull ? sets : 1000);
}

/** The comparison can fail: an age that is one year off is found, and so is an "alleged" that does not count. */
async function findChanges() {
    for (const [is, was] of [['&lt; 12', '&lt; 13'], ['&quot;yes&quot;', '&quot;yes&quot;, &quot;alleged&quot;']]) {
        const found = await compare('ukcis-2024', [], 2000, (document) => document.replaceAll(was, is));
        assert.ok(found > 0, `${was} became ${is}, and nobody noticed`);
    }
}

const changes = 'changes';

async function inThread(part) {
    const worker = new Worker(new URL(import.meta.url), { workerData: part, argv: process.argv.slice(2) });
    const [code] = await onceTold(worker, 'exit');
    assert.equal(code, 0, `${part}: ended with ${code}`);
}

if (isMainThread) {
    const left = [...editions, changes];
    await Promise.all(Array.from({ length: availableParallelism() }, async () => {
        for (let part = left.shift(); part; part = left.shift()) await inThread(part);
    }));
} else await (workerData === changes ? findChanges() : compareEdition(workerData));
