// The program under test.
import { spawnSync } from 'node:child_process';

export const editions = ['ukccis-2016', 'ukcis-2020', 'ukcis-2024'];

function run(program, args, input) {
    const done = spawnSync(program, args, { input, encoding: 'utf8', maxBuffer: 1 << 30 });
    if (done.status !== 0) throw new Error(`${program} ${args.join(' ')}: exit ${done.status}: ${done.stderr}${done.error ?? ''}`);
    return done.stdout;
}

export function exportDmn(program, edition, version, overlays = []) {
    const laid = overlays.flatMap((overlay) => ['--overlay', overlay]);
    return run(program, ['guidance', 'export-dmn', '--edition', edition, '--as', version, ...laid]);
}

/** Advice for each of `all`, in order. */
export function advise(program, edition, all, overlays = []) {
    const advice = [];
    const laid = overlays.flatMap((overlay) => ['--overlay', overlay]);
    for (let from = 0; from < all.length; from += 5000) {
        const lines = run(program, ['advise', '--edition', edition, ...laid, '-'], JSON.stringify(all.slice(from, from + 5000)));
        for (const line of lines.trimEnd().split('\n')) advice.push(JSON.parse(line));
    }
    if (advice.length !== all.length) throw new Error(`${all.length} sets of facts gave ${advice.length} lines`);
    return advice;
}
