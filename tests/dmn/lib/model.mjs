// The exported document, read by dmn-moddle, and made ready to run. Nothing here knows what any rule says.
import { DmnModdle } from 'dmn-moddle';

const newest = '20230324';
const knownToTools = '20191111';

/** The document in the names of DMN 1.3, the newest that dmn-moddle knows; nothing else is changed. */
export function inKnownNames(xml) {
    return xml.replaceAll(`DMN/${newest}/`, `DMN/${knownToTools}/`);
}

/** Reads the document; anything dmn-moddle does not know is an error. */
export async function read(xml) {
    const { rootElement, warnings } = await new DmnModdle().fromXML(inKnownNames(xml), 'dmn:Definitions');
    if (warnings.length > 0) throw new Error(`dmn-moddle warns: ${warnings.map((w) => w.message).join('; ')}`);
    return rootElement;
}

function decisionFrom(element) {
    const logic = element.decisionLogic;
    const decision = {
        name: element.name,
        needs: (element.informationRequirement ?? []).map(
            (need) => (need.requiredInput ?? need.requiredDecision).href.slice(1)),
    };
    if (logic.$type === 'dmn:LiteralExpression') return { ...decision, expression: logic.text };
    return {
        ...decision,
        hitPolicy: logic.hitPolicy,
        columns: (logic.input ?? []).map((input) => input.inputExpression.text),
        lines: logic.rule.map((rule) => ({
            tests: (rule.inputEntry ?? []).map((entry) => entry.text),
            gives: rule.outputEntry[0].text,
        })),
    };
}

/** Facts with their values, and decisions by name. */
export function runnable(definitions) {
    const types = new Map();
    for (const item of definitions.itemDefinition ?? []) {
        if (item.allowedValues) types.set(item.name, [...item.allowedValues.text.matchAll(/"([^"]*)"/g)].map((m) => m[1]));
    }
    const vocabulary = new Map();
    const decisions = new Map();
    for (const element of definitions.drgElement) {
        if (element.$type === 'dmn:InputData') {
            if (types.has(element.variable.typeRef)) vocabulary.set(element.name, types.get(element.variable.typeRef));
        } else {
            decisions.set(element.id, decisionFrom(element));
        }
    }
    return { vocabulary, decisions };
}
