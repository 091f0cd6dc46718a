// Runs the Python programs of all presets and of many other documents under PyTorch, compares what they print with the
// numbers on the screen, and records both for the tests in test/golden/code.json: `npm run check:code`.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { codeText } from "../src/export/codeLine";
import { codeKinds, pythonCode } from "../src/export/pythonCode";
import { type Trace, traceOf } from "../src/trace/trace";
import { codeCases } from "../test/export/codeCases";

type Rows = readonly (readonly number[])[];

const programs = codeCases.flatMap(({ document }) =>
  codeKinds.map((kind) => codeText(pythonCode(document, kind))),
);
const { torch, printed } = runPython(programs);

const problems = programs.flatMap((_, at) => {
  const { name, document } = codeCases[Math.floor(at / codeKinds.length)] as (typeof codeCases)[number];
  const problem = difference(printed[at] ?? [], traceOf(document));
  return problem ? [`${name}, ${codeKinds[at % codeKinds.length]}: ${problem}`] : [];
});
for (const problem of problems) console.error(problem);
console.log(
  `PyTorch ${torch}: ${programs.length - problems.length} programs agree, ${problems.length} differ`,
);
if (problems.length > 0) process.exit(1);
writeFileSync("test/golden/code.json", record());

/** Says how the printed rows differ from the trace's output by more than 1e-6 of its largest number. */
function difference(
  rows: Rows,
  { output: { channels, depth, rows: each, columns: width }, values: output }: Trace,
): string | null {
  const height = channels * depth * each;
  if (rows.length !== height || rows.some((row) => row.length !== width)) {
    return `printed ${rows.length}×${rows[0]?.length} numbers instead of ${height}×${width}`;
  }
  const largest = output.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const values = rows.flat();
  const wrong = values.findIndex((value, at) => !(Math.abs(value - (output[at] ?? 0)) <= 1e-6 * largest));
  return wrong < 0 ? null : `printed ${values[wrong]} instead of ${output[wrong]} at output ${wrong}`;
}

/** Every case on one line: the hash of each program, and the outputs, each once, that the programs point to. */
function record(): string {
  const lines = codeCases.map(({ name }, index) => {
    const outputs: string[] = [];
    const entries = codeKinds.map((kind, offset) => {
      const at = index * codeKinds.length + offset;
      // Twelve digits: more would differ between versions of PyTorch.
      const rows = (printed[at] ?? []).map((row) => row.map((value) => Number(value.toPrecision(12))));
      const output = JSON.stringify(rows);
      if (!outputs.includes(output)) outputs.push(output);
      const sha256 = createHash("sha256")
        .update(programs[at] ?? "")
        .digest("hex");
      return `"${kind}":{"sha256":"${sha256}","printed":${outputs.indexOf(output)}}`;
    });
    return `{"name":${JSON.stringify(name)},"programs":{${entries}},"outputs":[${outputs}]}`;
  });
  const note = "Written by scripts/checkCode.ts: the hash of each program and what Python printed.";
  return `{"note":"${note}","torch":"${torch}","cases":[\n${lines.join(",\n")}\n]}\n`;
}

/** Debian keeps its packages for /usr/bin/python3, which need not be the first `python3`. */
function runPython(input: readonly string[]): { torch: string; printed: readonly Rows[] } {
  const python = ["python3", "/usr/bin/python3"].find(
    (command) => spawnSync(command, ["-c", "import torch"], { stdio: "ignore" }).status === 0,
  );
  if (!python) fail("This check needs python3 with PyTorch (on Debian: apt install python3-torch).");
  const { status, stdout, stderr } = spawnSync(python, ["scripts/check-code.py"], {
    input: JSON.stringify(input),
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  return status === 0 ? JSON.parse(stdout) : fail(stderr);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
