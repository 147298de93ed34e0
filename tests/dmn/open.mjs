// Does dmn-js open the export, and does a reader see the tables? In Chromium, with the 1.3 form: dmn-js knows no newer
// names.
//   node open.mjs PROGRAM
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { editions, exportDmn } from './lib/safelead.mjs';

const program = process.argv[2];
const dist = join(dirname(createRequire(import.meta.url).resolve('dmn-js')), '../dist');
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];
const tables = ['category', 'criteria', 'safety_rules', 'unresolved', 'indicators', 'route', 'consult', 'flags'];

async function open(page, xml) {
    return page.evaluate(async (text) => {
        globalThis.viewer?.destroy();
        globalThis.viewer = new globalThis.DmnJS({ container: '#here', height: 800, width: 1200 });
        const { warnings } = await globalThis.viewer.importXML(text);
        return warnings.map((warning) => warning.message);
    }, xml);
}

async function openTable(page, name) {
    await page.evaluate(async (wanted) => {
        const view = globalThis.viewer.getViews().find((one) => one.element.name === wanted);
        await globalThis.viewer.open(view);
    }, name);
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
try {
    const page = await browser.newPage();
    page.setDefaultTimeout(120000);  // A build runs beside.
    await page.setContent('<!doctype html><title>Tables</title><div id="here" style="height:800px"></div>');
    for (const sheet of ['diagram-js.css', 'dmn-js-shared.css', 'dmn-js-drd.css', 'dmn-js-decision-table.css'])
        await page.addStyleTag({ path: join(dist, 'assets', sheet) });
    await page.addScriptTag({ path: join(dist, 'dmn-navigated-viewer.production.min.js') });

    for (const edition of editions) {
        const xml = exportDmn(program, edition, '1.3');
        assert.deepEqual(await open(page, xml), [], 'dmn-js warns');
        const drawn = await page.locator('.dmn-drd-container .djs-container svg').first().textContent();
        for (const table of tables) assert.ok(drawn.includes(table), `the diagram does not show ${table}`);

        for (const table of tables) {
            await openTable(page, table);
            await page.locator('.decision-table-name', { hasText: table }).first().waitFor();
            const rows = await page.locator('.tjs-table tbody tr').count();
            assert.ok(rows > 1, `${table} shows ${rows} lines`);
        }
        await openTable(page, 'route');
        const seen = await page.locator('.tjs-container').textContent();
        for (const words of ['EMERGENCY_999', 'immediate danger', 'route.1 (guidance)']) assert.ok(seen.includes(words), `route does not show "${words}"`);
        if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT });
        console.log(`${edition}: dmn-js shows the diagram and ${tables.length} tables`);
    }
    // The check can fail: what dmn-js does not know, it says.
    await assert.rejects(open(page, exportDmn(program, editions[0], '1.5')), 'dmn-js opens DMN 1.5 now: open that form here');
} finally {
    await browser.close();
}
