/** `npm test`: every check there is, one after another, and a last line that counts them. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

interface Count {
  passed: number;
  failed: number;
}

interface Step {
  title: string;
  run(): Promise<Count>;
}

const root = path.resolve(import.meta.dirname, '..');
const RESULTS = path.join(root, 'out/vitest.json');
const bin = (name: string) => path.join(root, 'node_modules/.bin', name);
const one = (good: boolean): Count => ({ passed: good ? 1 : 0, failed: good ? 0 : 1 });

/** Runs a program, its output going straight through, or into the returned text when `keep`. */
function run(file: string, args: string[], keep = false): Promise<{ code: number; text: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, stdio: ['ignore', keep ? 'pipe' : 'inherit', 'inherit'] });
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, text }));
  });
}

async function check(file: string, ...args: string[]): Promise<Count> {
  return one((await run(file, args)).code === 0);
}

/** The stores' own check of the Firefox build: nothing at all to find fault with. */
async function lint(): Promise<Count> {
  const args = ['lint', '--source-dir', 'dist/firefox', '--output', 'json', '--no-config-discovery'];
  const { code, text } = await run(bin('web-ext'), args, true);
  const report = JSON.parse(text) as Record<'errors' | 'warnings' | 'notices', unknown[]>;
  const found = [...report.errors, ...report.warnings, ...report.notices];
  for (const fault of found) console.log(fault);
  console.log(`${found.length} errors, warnings and notices`);
  return one(code === 0 && found.length === 0);
}

interface VitestReport {
  testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[];
}

type FileResult = VitestReport['testResults'][number];

/** Runs vitest, on `files` or all, and gives what came of each file; `broken` where all passed and yet something went wrong. */
async function vitest(files: string[]): Promise<{ files: FileResult[]; broken: boolean }> {
  rmSync(RESULTS, { force: true });
  const { code } = await run(bin('vitest'), [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${RESULTS}`,
    ...files,
  ]);
  const { testResults } = JSON.parse(readFileSync(RESULTS, 'utf8')) as VitestReport;
  return { files: testResults, broken: code !== 0 && !testResults.some(hasFailed) };
}

const failedOf = ({ assertionResults }: FileResult) => assertionResults.filter(({ status }) => status !== 'passed');
/** A file that could not even start has no failed test in it; a skipped test has not passed. */
const hasFailed = (file: FileResult) => file.status !== 'passed' || failedOf(file).length > 0;

function countFile(file: FileResult): Count {
  const failed = Math.max(failedOf(file).length, hasFailed(file) ? 1 : 0);
  return { passed: file.assertionResults.length - failedOf(file).length, failed };
}

/** A few files that fail are run once more, by themselves: two browsers on a busy machine may take longer than any test waits. */
const AGAIN_AT_MOST = 3;

async function tests(): Promise<Count> {
  const first = await vitest([]);
  const failed = first.files.filter((file) => hasFailed(file) && file.name.includes('/test/browser/'));
  if (failed.length === 0 || failed.length > AGAIN_AT_MOST) return countAll(first);
  console.log('\n== Once more, by themselves');
  const second = await vitest(failed.map(({ name }) => name));
  const passed = failed.filter(({ name }) => second.files.some((file) => file.name === name && !hasFailed(file)));
  for (const { fullName } of passed.flatMap(failedOf)) console.log(`Passed at the second try only: ${fullName}`);
  const others = first.files.filter((file) => !failed.includes(file));
  return countAll({ files: [...others, ...second.files], broken: second.broken });
}

function countAll({ files, broken }: { files: FileResult[]; broken: boolean }): Count {
  const counts = files.map(countFile);
  const total = (what: keyof Count) => counts.reduce((sum, one) => sum + one[what], 0);
  return { passed: total('passed'), failed: total('failed') + (broken ? 1 : 0) };
}

const STEPS: Step[] = [
  { title: 'Format and lint', run: () => check(bin('biome'), 'check', '.') },
  { title: 'Types', run: () => check(bin('tsc'), '-p', '.') },
  { title: 'Build', run: () => check(process.execPath, 'build.mjs') },
  { title: 'web-ext lint', run: lint },
  { title: 'Tests', run: tests },
];

/** A step that throws has failed; the others still run. */
async function count({ title, run: work }: Step): Promise<Count> {
  console.log(`\n== ${title}`);
  try {
    return await work();
  } catch (error) {
    console.error(error);
    return one(false);
  }
}

mkdirSync(path.dirname(RESULTS), { recursive: true });
const total: Count = { passed: 0, failed: 0 };
process.exitCode = 1; // until all is known to be well
const summary = () => console.log(`\n${total.passed} passed, ${total.failed} failed`);

async function main(): Promise<void> {
  for (const step of STEPS) {
    const { passed, failed } = await count(step);
    total.passed += passed;
    total.failed += failed;
  }
}

main()
  .catch((error: unknown) => {
    console.error(error);
    total.failed += 1;
  })
  .finally(() => {
    summary();
    process.exitCode = total.failed > 0 ? 1 : 0;
  });
