// Reads a line {"file", "side"} of JSON for each single file component, and
// prints a line {"code"} with the TypeScript that Vue's compiler makes of it, or
// {"error"}. side is client or server.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { compileScript, parse } from "vue/compiler-sfc";

console.warn = (...said) => {
  throw new Error(said.join(" "));
};

function compile({ file, side }) {
  const { descriptor, errors } = parse(readFileSync(file, "utf8"), { filename: file });
  if (errors.length) throw errors[0];
  const { content } = compileScript(descriptor, {
    id: "pay",
    inlineTemplate: true,
    templateOptions: { ssr: side === "server", ssrCssVars: [] },
  });
  return content;
}

for await (const line of createInterface({ input: process.stdin })) {
  let said;
  try {
    said = { code: compile(JSON.parse(line)) };
  } catch (error) {
    said = { error: String(error) };
  }
  process.stdout.write(JSON.stringify(said) + "\n");
}
