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
    #tests = new Map();
    #expressions = new Map();
    #people = new Map();
    evaluations = 0;

    constructor(decisions) {
        this.#decisions = decisions;
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
        const looked = decision.columns.map((text) => this.#look(text, context));
        const all = [];
        for (const line of decision.lines) {
            if (!line.tests.every((test, i) => this.#test(test, looked[i]))) continue;
            const given = this.#look(line.gives, {});
            if (decision.hitPolicy === 'FIRST') return given;
            all.push(given);
        }
        return decision.hitPolicy === 'FIRST' ? null : all;
    }

    #look(text, context) {
        const seen = Object.entries(context).filter(([name]) => text.includes(name));
        const key = `${text}\n${JSON.stringify(seen)}`;
        if (!this.#expressions.has(key)) {
            this.evaluations += 1;
            this.#expressions.set(key, valueOf(evaluate(text, context), text));
        }
        return this.#expressions.get(key);
    }

    #test(text, value) {
        const key = `${text}\n${JSON.stringify(value)}`;
        if (!this.#tests.has(key)) {
            this.evaluations += 1;
            this.#tests.set(key, valueOf(unaryTest(text, { '?': value }), text));
        }
        return this.#tests.get(key) === true;
    }
}
