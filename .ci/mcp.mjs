// Tries `negotiate mcp` with the client of the protocol's own SDK: what it lists, a verdict, an explanation, advice, a fault, and a way out of the folder.
// node mcp.mjs TOOL: the path of the built tool. Says what was tried; ends with 1 if anything is not as it should be.
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";

const tool = process.argv[2];
const client = new Client({ name: "trial", version: "1.0.0" });
let tried = 0;
let failed = 0;
const expect = (name, isSo, seen) => {
  tried++;
  if (!isSo) {
    failed++;
    console.log(`FAILED: ${name}\n${String(seen).slice(0, 1000)}`);
  }
};
const call = async (name, args) => {
  const { content, isError } = await client.callTool({ name, arguments: args });
  return { text: content[0].text, isError: isError === true };
};

await client.connect(new StdioClientTransport({ command: "dotnet", args: [tool, "mcp", "rules"] }));
const { tools } = await client.listTools();
expect("five tools, none of which writes", tools.length === 5 && tools.every(t => t.annotations.readOnlyHint), JSON.stringify(tools));
const verdict = await call("evaluate", { rules: "security-guarantees", scenario: "postponed" });
expect("a verdict", !verdict.isError && verdict.text.includes("talks invalid"), verdict.text);
const lines = await call("evaluate", { rules: "security-guarantees", scenario: "postponed", format: "json" });
expect("a verdict as JSON", JSON.parse(lines.text).stages.talks === "invalid", lines.text);
const open = await call("evaluate", { rules: "security-guarantees", facts: {} });
expect("nothing is known: nothing is decided", open.text.includes("talks undetermined"), open.text);
const why = await call("explain", { rules: "security-guarantees", scenario: "postponed" });
expect("its reasons", why.text.includes("Delaying the talks is unacceptable"), why.text);
const ways = await call("advise", { rules: "security-guarantees", scenario: "diplomats-only", stage: "talks" });
expect("what it would take", ways.text.includes("one more delegate"), ways.text);
const said = await call("describe", { rules: "security-council" });
expect("what rules say", said.text.startsWith("# security-council"), said.text);
const faults = await call("check", { path: "security-guarantees/broken" });
expect("what is wrong, with its place", !faults.isError && /broken\/.*:\d+:\d+: error NR\d{4}/.test(faults.text), faults.text);
const outside = await call("check", { path: "../src" });
expect("nothing outside the folder", outside.isError && outside.text.includes("lies outside"), outside.text);
const { resources } = await client.listResources();
const language = await client.readResource({ uri: "negotiate://language" });
expect("the page of the language", language.contents[0].text.startsWith("# "), language.contents[0].text);
expect("rule sets that ship", resources.some(r => r.uri.startsWith("negotiate://shipped/four-empires/")), resources.length);
const gone = await client.readResource({ uri: "negotiate://folder/none" }).then(() => "read", fault => fault.message);
expect("what is not there is a fault", gone.includes("there is nothing at"), gone);
const many = await Promise.all(Array.from({ length: 20 }, (_, i) => call("evaluate", {
  rules: "security-guarantees", facts: { talks: { status: i % 2 ? "postponed" : "held" } } })));
expect("twenty calls at once, each answered by its own", many.every((a, i) => a.text.includes(i % 2 ? "talks invalid" : "talks undetermined")), many.map(a => a.text).join("\n"));
await client.close();

console.log(`${tried} trials of negotiate mcp, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
