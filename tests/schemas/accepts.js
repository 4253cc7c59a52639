// node accepts.js SCHEMA FILE: exits 1 and says why when the file is not valid. NODE_PATH leads to ajv.
const fs = require("fs");
const schema = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const Ajv = require(/2020-12/.test(schema.$schema) ? "ajv/dist/2020" : "ajv");
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
const accepts = ajv.compile(schema);
if (!accepts(JSON.parse(fs.readFileSync(process.argv[3], "utf8")))) {
    for (const error of accepts.errors.slice(0, 5)) console.log(`${error.instancePath}: ${error.message}`);
    process.exit(1);
}
