// Reads the named files as PHP 7.4 and prints what it cannot read, a line each.
import { readFileSync } from "node:fs";
import Engine from "php-parser";

const engine = new Engine({ parser: { version: "7.4", suppressErrors: false }, ast: { withPositions: true } });

// Of the syntax of PHP 8 the parser lets through types and attributes.
function* newer(node) {
  if (!node || typeof node !== "object") return;
  if (node.kind === "uniontype" || node.kind === "intersectiontype" || node.kind === "attribute") yield node.kind;
  if (node.kind === "typereference" && ["mixed", "static", "never"].includes(node.name)) yield "type " + node.name;
  if (node.kind === "parameter" && node.flags > 0) yield "promoted property";
  if (node.readonly || node.isReadonly) yield "readonly";
  for (const part of Object.values(node)) yield* newer(part);
}

for (const name of process.argv.slice(2)) {
  try {
    const tree = engine.parseCode(readFileSync(name, "utf8"), name);
    for (const what of newer(tree)) console.log(`${name}: ${what}`);
  } catch (error) {
    console.log(`${name}: ${error.message}`);
  }
}
