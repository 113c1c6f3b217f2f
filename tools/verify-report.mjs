// Checks a report from outside: needs Node.js 20, log.mjs beside it and nothing of Truce. Every
// entry that report.html and report.txt list or link to is in report.proofs; each proof leads to
// a checkpoint that a key of the register signed; who may sign is read from the key entries in the
// file. With --log, that the published log begins with what the report was made from.
//
//   node tools/verify-report.mjs --key KEY... [--log URL-OR-FOLDER]... FOLDER-OR-PROOFS-FILE
//
// Prints one line of JSON; exit code 0 when everything fits, 1 when something does not.
import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  extendsTo,
  fail,
  includes,
  leafHash,
  openCheckpoint,
  readKey,
  readLog,
  readOptions,
  rootOf,
  run,
  sha,
} from './log.mjs';

const LISTED = /^(.+) \| ([1-9][0-9]{0,15}) \| (.+) \| ([0-9a-f]{64})$/;
const bodyHash = (entry) => sha(Buffer.from(entry.body)).toString('hex');
const leafOf = (register, entry) =>
  leafHash(
    Buffer.from(
      `truce entry 2\n${register}\n${entry.seq}\n${entry.recordedAt}\n${bodyHash(entry)}\n`,
    ),
  );

// RFC 3986: what is not unreserved stands as % and two digits.
const encoded = (name) =>
  [...Buffer.from(name)]
    .map((byte) => {
      const char = String.fromCharCode(byte);
      return /[A-Za-z0-9\-._~]/.test(char)
        ? char
        : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');

function originOf(register, typed) {
  const fingerprint = sha(typed).toString('hex').slice(0, 16);
  return `truce.register/${encoded(register)}/${fingerprint}`;
}

// The keys that may sign a log of each size: [{ seq, current, recovery }], proven from the log.
function readKeys(of) {
  const steps = [];
  for (const step of of.keys) {
    const body = JSON.parse(step.body);
    const what = `key entry ${step.seq}`;
    if (body.kind !== 'register-key' || body.register !== of.register) fail(`${what} is no key`);
    const key = body.key && readKey(body.key);
    const recovery = body.recovery && readKey(body.recovery);
    const last = steps.at(-1);
    const origin = last ? steps[0].current.name : key && originOf(of.register, rawOf(body.key));
    const follows = last
      ? step.seq > last.seq && body.replaced && body.replaced === last.current?.id.toString('hex')
      : step.seq === 1 && key && !body.replaced;
    if (!follows || origin !== of.origin) fail(`${what} does not follow from the key before it`);
    if ([key, recovery].some((named) => named && named.name !== origin)) {
      fail(`${what} names a key of another log`);
    }
    steps.push({ seq: step.seq, current: key, recovery });
  }
  if (steps.length === 0) fail('it does not name its first key');
  return steps;
}

const rawOf = (text) => Buffer.from(text.split('+').slice(2).join('+'), 'base64').subarray(1);

function signersAt(steps, size) {
  const upTo = steps.filter((step) => step.seq <= size);
  const last = upTo.at(-1);
  const changes = last && last.seq === size && upTo.length > 1;
  const from = changes ? upTo.at(-2) : last;
  return [from?.current, changes && from.recovery].filter(Boolean);
}

function openSigned(of, text, steps) {
  const size = openCheckpoint(text, []).size;
  const checkpoint = openCheckpoint(text, signersAt(steps, size));
  if (checkpoint.origin !== of.origin) fail('its checkpoint is of another log');
  if (checkpoint.signers.length === 0) {
    fail(`the checkpoint of ${size} entries is not signed by a key that may sign it`);
  }
  return checkpoint;
}

function checkKeys(of, steps, end) {
  const hashes = (list) => list.map((hex) => Buffer.from(hex, 'hex'));
  of.keys.forEach((step) => {
    const then = openSigned(of, step.checkpoint, steps);
    const leaf = leafOf(of.register, step);
    const proven =
      then.size === step.seq &&
      step.seq <= end.size &&
      includes(leaf, step.seq - 1, end.size, hashes(step.inclusion), end.root) &&
      extendsTo(then.size, then.root, end.size, end.root, hashes(step.consistency));
    if (!proven) fail(`key entry ${step.seq} does not belong to this log`);
  });
}

function checkEntry(of, entry, end) {
  const body = JSON.parse(entry.body);
  if (body.register !== of.register || body.id !== entry.id) return 'is proven under another name';
  const [head, ...rest] = entry.proof.split('\n\n');
  const [first, index, ...path] = head.split('\n');
  if (rest.join('\n\n') !== of.checkpoint) return 'is proven from another checkpoint';
  const fits =
    first === 'c2sp.org/tlog-proof@v1' &&
    index === `index ${entry.seq - 1}` &&
    includes(
      leafOf(of.register, entry),
      entry.seq - 1,
      end.size,
      path.map((hash) => Buffer.from(hash, 'base64')),
      end.root,
    );
  return fits ? undefined : 'is not what the register signed: it or its proof was altered';
}

function checkRegister(of, trusted, logs, problems) {
  try {
    const steps = readKeys(of);
    const end = openSigned(of, of.checkpoint, steps);
    checkKeys(of, steps, end);
    const signed = steps.map((step) => step.current).filter(Boolean);
    const known = (key) => trusted.some((mine) => mine.name === key.name && mine.id.equals(key.id));
    if (!signed.some(known)) fail('it is signed under other keys than those named with --key');
    let proven = 0;
    for (const entry of of.entries) {
      let why;
      try {
        why = checkEntry(of, entry, end);
      } catch {
        why = 'cannot be read';
      }
      if (why) problems.push(`register ${of.register}: entry ${entry.seq} (${entry.id}) ${why}`);
      else proven++;
    }
    let later = null;
    for (const log of logs.filter((each) => each.origin === of.origin)) {
      if (log.size < end.size) fail('the published log is shorter than the one reported from');
      if (!rootOf(log.levels, 0, end.size).equals(end.root)) {
        fail('the published log does not begin with what the report was made from');
      }
      later = log.size;
    }
    return { name: of.register, origin: of.origin, size: end.size, proven, laterSize: later };
  } catch (problem) {
    problems.push(`register ${of.register}: ${problem.message}`);
    return undefined;
  }
}

const unescape = (text) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
const anchor = (name) => name.replace(/\s/g, '_');

// Incidents stand in a text as register:id.
function checkIncidents(name, text, of, problems) {
  const ids = of.entries.map((entry) => entry.id);
  const begin = `${of.register}:`;
  const unknown = new Set();
  for (let at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at + 1)) {
    const whole = at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]);
    const rest = text.slice(at + begin.length, at + begin.length + 300);
    const id = rest.split(/[\s|]/)[0].replace(/[:;,.)\]]+$/, '');
    if (whole && id && !ids.some((known) => known.startsWith(id))) unknown.add(id);
  }
  unknown.forEach((id) => problems.push(`${name} cites ${begin}${id}: there is no proof of it`));
}

function checkCitations(name, text, proofs, problems) {
  const proven = new Map();
  const anchors = new Set();
  for (const of of proofs.registers) {
    for (const entry of of.entries) {
      proven.set(JSON.stringify([of.register, entry.seq, entry.id]), bodyHash(entry));
      anchors.add(anchor(`e-${of.register}-${entry.id}`));
      anchors.add(anchor(`i-${of.register}:${entry.id}`));
    }
  }
  const html = name.endsWith('.html');
  const lines = html
    ? [...text.matchAll(/<li class="proven">([^<]*)<\/li>/g)].map((found) => unescape(found[1]))
    : text.split('\n');
  const listed = lines.map((line) => LISTED.exec(line)).filter(Boolean);
  if (listed.length === 0) problems.push(`${name} lists no entries`);
  for (const [, register, seq, id, hash] of listed) {
    const found = proven.get(JSON.stringify([register, Number(seq), id]));
    const what = `${name} cites entry ${seq} (${id}) of register ${register}`;
    if (!found) problems.push(`${what}: there is no proof of it`);
    else if (found !== hash) problems.push(`${what} as another than the proven one`);
  }
  const met = new Set(
    listed.map(([, register, seq, id]) => JSON.stringify([register, Number(seq), id])),
  );
  for (const place of listed.length === 0 ? [] : proven.keys()) {
    if (met.has(place)) continue;
    const [register, seq, id] = JSON.parse(place);
    problems.push(
      `${name} does not list entry ${seq} (${id}) of register ${register}, which the proofs hold`,
    );
  }
  const links = html ? [...text.matchAll(/href="#([ei]-[^"]*)"/g)] : [];
  for (const link of new Set(links.map((found) => unescape(found[1])))) {
    if (!anchors.has(link)) problems.push(`${name} cites ${link}: there is no proof of it`);
  }
  if (!html) proofs.registers.forEach((of) => checkIncidents(name, text, of, problems));
  return listed.length;
}

await run(async () => {
  const { options, words } = readOptions(process.argv.slice(2), ['--key', '--log']);
  if (options['--key'].length === 0 || words.length !== 1) {
    fail('usage: verify-report.mjs --key KEY... [--log URL-OR-FOLDER]... FOLDER-OR-PROOFS-FILE');
  }
  const trusted = options['--key'].map(readKey);
  const folder = statSync(words[0]).isDirectory() ? words[0] : undefined;
  const file = folder ? join(folder, 'report.proofs') : words[0];
  let proofs;
  try {
    proofs = JSON.parse(await readFile(file, 'utf8'));
  } catch {
    fail(`${file} is no file of proofs`);
  }
  if (proofs.proofs !== 'truce 1') fail(`${file} is no file of proofs`);
  const logs = [];
  for (const place of options['--log']) logs.push(await readLog(place, trusted));
  const problems = [];
  const registers = proofs.registers
    .map((of) => checkRegister(of, trusted, logs, problems))
    .filter(Boolean);
  for (const log of logs) {
    if (!proofs.registers.some((of) => of.origin === log.origin)) {
      problems.push(`the published log ${log.origin} is not one that is proven from here`);
    }
  }
  let cited = 0;
  const reports = ['report.html', 'report.txt'].filter(
    (name) => folder && existsSync(join(folder, name)),
  );
  if (folder && reports.length === 0) problems.push('there is no report in the folder');
  for (const name of reports) {
    const text = await readFile(join(folder, name), 'utf8');
    cited = Math.max(cited, checkCitations(name, text, proofs, problems));
  }
  return { ok: problems.length === 0, cited, registers, problems };
});
