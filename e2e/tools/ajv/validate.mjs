// Reads {"schema", "values"} as JSON and prints for each value null, or what the
// schema has against it. A schema that is none itself ends it with an error.
import Ajv from "ajv/dist/2020.js";

let input = "";
for await (const chunk of process.stdin) input += chunk;
const { schema, values } = JSON.parse(input);
const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
const validate = ajv.compile(schema);
const said = values.map((value) =>
  validate(value) ? null : ajv.errorsText(validate.errors, { dataVar: "", separator: "; " }),
);
process.stdout.write(JSON.stringify(said));
