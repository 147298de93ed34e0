// Runs an exported document with feelin: FEEL is feelin's, only the going from table to table is ours. Every test
// and expression is evaluated by feelin, once for each value it meets. A warning of feelin's is an error, because it
// means that something became null.
import { evaluate, unaryTest } from 'feelin';

function valueOf({ value, warnings }, text) {
    if (warnings.length > 0) throw new Error(`feelin warns about ${text}: ${warnings[0].message}`);
    return value;
}

export class Engine {
    #decisions;
    #people = new Map();
    #remembers;
    evaluations = 0;

    /** `remembers: false` asks feelin again each time, to measure it. */
    constructor(decisions, { remembers = true } = {}) {
        this.#remembers = remembers;
        const expressions = new Map();
        const tests = new Map();
        const once = (all, text, more) => all.get(text) ?? all.set(text, { text, known: new Map(), ...more() }).get(text);
        const named = (needs) => (text) =>
            once(expressions, text, () => ({ names: needs.filter((need) => text.includes(need)) }));
        this.#decisions = new Map([...decisions].map(([name, decision]) => [name, decision.expression !== undefined ? decision : {
            ...decision,
            columns: decision.columns.map(named(decision.needs)),
            lines: decision.lines.map((line) => ({
                tests: line.tests.map((text) => once(tests, text, () => ({}))),
                gives: named([])(line.gives),
            })),
        }]));
    }

    /** Evaluates what looks at people for many lists of them at once: one parse, many values. `lists` by key. */
    meet(lists) {
        const keys = [...lists.keys()];
        for (const [name, decision] of this.#decisions) {
            if (decision.expression === undefined) continue;
            if (decision.needs.join() !== 'people') throw new Error(`${name} looks at something but people`);
            const known = this.#people.get(name) ?? this.#people.set(name, new Map()).get(name);
            for (let from = 0; from < keys.length; from += 1000) {
                const some = keys.slice(from, from + 1000);
                const text = `for people in lists return (${decision.expression})`;
                const values = valueOf(evaluate(text, { lists: some.map((key) => lists.get(key)) }), text);
                some.forEach((key, i) => {
                    if (typeof values[i] !== 'boolean') throw new Error(`${name} is ${values[i]}`);
                    known.set(key, values[i]);
                });
                this.evaluations += some.length;
            }
        }
    }

    /** Results by the names of `wanted`, and of all they need. */
    run(facts, peopleKey, wanted) {
        const results = new Map(Object.entries(facts));
        for (const name of wanted) this.#decide(name, results, peopleKey);
        return results;
    }

    #decide(name, results, peopleKey) {
        const decision = this.#decisions.get(name);
        if (decision === undefined || results.has(name)) return;
        if (decision.expression !== undefined) {
            results.set(name, this.#people.get(name).get(peopleKey));
            return;
        }
        const context = {};
        for (const need of decision.needs) {
            this.#decide(need, results, peopleKey);
            context[need] = results.get(need);
        }
        results.set(name, this.#table(decision, context));
    }

    #table(decision, context) {
        const looked = decision.columns.map((column) => this.#look(column, context));
        const all = [];
        for (const line of decision.lines) {
            if (!line.tests.every((test, i) => this.#test(test, looked[i]))) continue;
            const given = this.#look(line.gives, context);
            if (decision.hitPolicy === 'FIRST') return given;
            all.push(given);
        }
        return decision.hitPolicy === 'FIRST' ? null : all;
    }

    #look({ text, names, known }, context) {
        const key = names.length === 1 && !Array.isArray(context[names[0]])
            ? context[names[0]]
            : JSON.stringify(names.map((name) => context[name]));
        if (!this.#remembers || !known.has(key)) {
            this.evaluations += 1;
            known.set(key, valueOf(evaluate(text, context), text));
        }
        return known.get(key);
    }

    #test({ text, known }, value) {
        if (!this.#remembers || !known.has(value)) {
            this.evaluations += 1;
            known.set(value, valueOf(unaryTest(text, { '?': value }), text));
        }
        return known.get(value) === true;
    }
}
