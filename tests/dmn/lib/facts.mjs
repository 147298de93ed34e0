// Made-up sets of facts, the same for the same seed. Unknowns and alleged are among them; people are 0 to 4.

/** A generator of numbers in [0, 1) (mulberry32). */
export function numbers(seed) {
    let state = seed >>> 0;
    return () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let t = Math.imul(state ^ (state >>> 15), state | 1);
        t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
}

const roles = ['subject', 'creator', 'sharer', 'requester', 'recipient', 'holder', 'threatener', 'bystander'];
const settings = ['this_school', 'this_school', 'other_school', 'staff', 'none', 'unknown'];

function pick(random, list) {
    return list[Math.floor(random() * list.length)];
}

/** Ages close to those that matter. */
function age(random) {
    return random() < 0.8 ? 9 + Math.floor(random() * 12) : Math.floor(random() * 121);
}

/** `kind`: how well people are known, so that every route comes up often. */
function person(random, ref, kind) {
    const some = roles.filter(() => random() < 0.22);
    const isGiven = random() < kind.given;
    const atEvent = isGiven ? (random() < kind.child ? 10 + Math.floor(random() * 8) : age(random)) : null;
    return {
        ref,
        roles: some.length > 0 || random() < 0.1 ? some : [pick(random, roles)],
        age: random() < 0.7 ? Math.min(120, (atEvent ?? age(random)) + Math.floor(random() * 3)) : null,
        age_at_event: atEvent,
        age_basis: random() < kind.known ? 'known' : pick(random, ['known', 'claimed', 'unknown']),
        setting: random() < kind.child ? 'this_school' : pick(random, settings),
    };
}

export function people(random) {
    const kind = pick(random, [
        { given: 0.6, known: 0.3, child: 0.2 },
        { given: 0.9, known: 0.8, child: 0.5 },
        { given: 1, known: 1, child: 0.95 },
        { given: 1, known: 1, child: 0 },
    ]);
    const count = Math.floor(random() * 5);
    return Array.from({ length: count }, (_, i) => person(random, `p${i}`, kind));
}

/** An answer to each fact; `vocabulary` is a map from the fact to its values. */
export function answers(random, vocabulary) {
    const usual = pick(random, [0, 0.5, 0.85, 0.96]);
    const all = {};
    for (const [fact, values] of vocabulary) {
        const quiet = values.includes('no') ? 'no' : values.find((value) => value !== 'unknown');
        // Where all else is quiet, it is an image of somebody known: the cases that a school may manage.
        const usually = fact === 'nude_or_sexual' || fact === 'subject_identified' ? 'yes' : quiet;
        all[fact] = random() < usual ? usually : pick(random, values);
    }
    return all;
}

/** As `safelead advise` takes them: what is unknown is sometimes said, sometimes left out. */
export function forSafelead(random, facts, everybody) {
    const said = Object.entries(facts).filter(([, value]) => value !== 'unknown' || random() < 0.5);
    return { ...Object.fromEntries(said), people: everybody };
}

/** As the export takes them (docs/formats/dmn.md): no nulls; whether an age is given stands beside it. */
export function forDmn(everybody) {
    return everybody.map((one) => ({
        ...one,
        age: one.age ?? 0,
        age_given: one.age !== null,
        age_at_event: one.age_at_event ?? 0,
        age_at_event_given: one.age_at_event !== null,
    }));
}
