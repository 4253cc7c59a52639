// Holds YAML files against JSON Schemas. Each line of stdin is: accept or refuse, schema, YAML file, with tabs between.
// Prints the lines that do not hold, and why; exits 1 when there are any.
'use strict';

const fs = require('fs');
const Ajv = require('ajv');
const YAML = require('yaml');

const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
ajv.addVocabulary(['markdownDescription', 'enumDescriptions', 'patternErrorMessage']); // of editors; draft-07 lets anybody add such

const schemas = new Map();

function validatorOf(path) {
    if (!schemas.has(path)) {
        const schema = JSON.parse(fs.readFileSync(path, 'utf8'));
        if (schema.$schema !== 'http://json-schema.org/draft-07/schema#' || !ajv.validateSchema(schema))
            throw new Error(`${path} is no draft-07 schema: ${ajv.errorsText()}`);
        schemas.set(path, ajv.compile(schema));
    }
    return schemas.get(path);
}

// As an editor reads YAML: values by their types, keys as they are written. Undefined when it is no YAML.
function read(path) {
    const document = YAML.parseDocument(fs.readFileSync(path, 'utf8'), { uniqueKeys: false, logLevel: 'silent' });
    if (document.errors.length)
        return undefined;
    YAML.visit(document, {
        Pair(_, pair) {
            if (YAML.isScalar(pair.key) && pair.key.source !== undefined)
                pair.key.value = pair.key.source;
        },
    });
    return document.toJS();
}

let bad = 0;
for (const line of fs.readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
    const [wish, schema, path] = line.split('\t');
    const value = read(path);
    if (value === undefined && wish === 'accept')
        continue; // checksheet takes it for a text where others do not: an editor says so by itself
    const validate = validatorOf(schema);
    if (value !== undefined && validate(value) === (wish === 'accept'))
        continue;
    bad++;
    console.log(`${wish}: ${path} by ${schema}`);
    for (const error of (validate.errors || []).slice(0, 8))
        console.log(`    ${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
}
process.exit(bad ? 1 : 0);
