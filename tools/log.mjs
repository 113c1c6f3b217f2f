// What the verifiers share: hashes and proofs (RFC 6962; RFC 9162, 2.1.3, 2.1.4), keys and signed
// notes (C2SP signed-note), checkpoints and tiles (C2SP tlog-checkpoint, tlog-tiles). Written from
// those texts alone, so that it shares no mistake with the program that made the log. Node.js 20.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Something does not fit; the message says what. */
export class Misfit extends Error {}

export function fail(message) {
  throw new Misfit(message);
}

export const sha = (...parts) => {
  const hash = createHash('sha256');
  parts.forEach((part) => hash.update(part));
  return hash.digest();
};
const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);
export const leafHash = (data) => sha(LEAF, data);
const nodeHash = (left, right) => sha(NODE, left, right);

export function readKey(text) {
  const match = /^([^+\s]+)\+([0-9a-f]{8})\+(.+)$/.exec(text);
  if (!match) fail('the key is not of the form name+id+base64');
  const typed = Buffer.from(match[3], 'base64');
  if (typed.length !== 33 || typed[0] !== 1) fail('the key is not an Ed25519 key');
  const id = sha(`${match[1]}\n`, typed).subarray(0, 4);
  if (id.toString('hex') !== match[2]) fail('the id of the key does not fit it');
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), typed.subarray(1)]);
  return { name: match[1], id, key: createPublicKey({ key: der, format: 'der', type: 'spki' }) };
}

// The checkpoint of a signed note, and those of the keys that signed it.
export function openCheckpoint(text, keys) {
  const cut = text.lastIndexOf('\n\n');
  if (cut < 0) fail('the checkpoint is not a signed note');
  const body = text.slice(0, cut + 1);
  const lines = text
    .slice(cut + 2)
    .split('\n')
    .filter((line) => line.startsWith('\u2014 '));
  const signers = keys.filter((key) =>
    lines.some((line) => {
      const [, name, base64] = line.split(' ');
      const bytes = Buffer.from(base64 ?? '', 'base64');
      return (
        name === key.name &&
        bytes.subarray(0, 4).equals(key.id) &&
        verify(null, Buffer.from(body), key.key, bytes.subarray(4))
      );
    }),
  );
  const [origin, size, root] = body.split('\n');
  if (!/^(0|[1-9][0-9]{0,15})$/.test(size ?? '')) fail('the checkpoint has no size');
  return { origin, size: Number(size), root: Buffer.from(root ?? '', 'base64'), signers };
}

export function readCheckpoint(text, keys) {
  const checkpoint = openCheckpoint(text, keys);
  if (checkpoint.signers.length === 0) fail('the checkpoint is not signed with this key');
  if (!checkpoint.signers.some((key) => key.name === checkpoint.origin)) {
    fail('the checkpoint is of another log');
  }
  return checkpoint;
}

const tail = (index, width) => {
  let path = String(index % 1000).padStart(3, '0');
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    path = `x${String(rest % 1000).padStart(3, '0')}/${path}`;
  }
  return width === 256 ? path : `${path}.p/${width}`;
};

function unpack(bytes) {
  const entries = [];
  for (let at = 0; at < bytes.length; ) {
    const length = bytes.readUInt16BE(at);
    if (at + 2 + length > bytes.length) fail('an entry bundle is cut off');
    entries.push(bytes.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return entries;
}

// All levels of complete subtrees, leaves first.
export function levelsOf(leaves) {
  const levels = [leaves];
  while (levels.at(-1).length > 1) {
    const below = levels.at(-1);
    const above = [];
    for (let i = 0; i + 1 < below.length; i += 2) above.push(nodeHash(below[i], below[i + 1]));
    levels.push(above);
  }
  return levels;
}

// The root over leaves from..to, from what is known of complete subtrees.
export function rootOf(levels, from, to) {
  const count = to - from;
  if (count === 0) return sha('');
  const level = Math.log2(count);
  if (Number.isInteger(level) && from % count === 0) return levels[level][from / count];
  let half = 1;
  while (half * 2 < count) half *= 2;
  return nodeHash(rootOf(levels, from, from + half), rootOf(levels, from + half, to));
}

export function inclusionPath(levels, index, size) {
  const path = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    let half = 1;
    while (half * 2 < to - from) half *= 2;
    if (index < from + half) {
      path.unshift(rootOf(levels, from + half, to));
      to = from + half;
    } else {
      path.unshift(rootOf(levels, from, from + half));
      from += half;
    }
  }
  return path;
}

// RFC 9162, 2.1.3.2
export function includes(leaf, index, size, path, root) {
  let [fn, sn, r] = [index, size - 1, leaf];
  for (const step of path) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      r = nodeHash(step, r);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else {
      r = nodeHash(r, step);
    }
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && r.equals(root);
}

// RFC 9162, 2.1.4.2
export function extendsTo(from, fromRoot, to, toRoot, path) {
  if (from < 1 || from > to) return false;
  if (from === to) return path.length === 0 && fromRoot.equals(toRoot);
  const steps = Number.isInteger(Math.log2(from)) ? [fromRoot, ...path] : [...path];
  if (steps.length === 0) return false;
  let [fn, sn] = [from - 1, to - 1];
  while (fn % 2 === 1) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  let fr = steps.shift();
  let sr = fr;
  for (const step of steps) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      fr = nodeHash(step, fr);
      sr = nodeHash(step, sr);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else {
      sr = nodeHash(sr, step);
    }
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && fr.equals(fromRoot) && sr.equals(toRoot);
}


// Reads and checks a whole published log: entries, tiles and the signed root.
export async function readLog(place, keys) {
  const get = async (path) => {
    if (!/^https?:/.test(place)) return readFile(join(place, path));
    const response = await fetch(`${place.replace(/\/$/, '')}/${path}`);
    if (!response.ok) fail(`${path}: the server answered ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  };
  const { origin, size, root } = readCheckpoint((await get('checkpoint')).toString(), keys);

  const leaves = [];
  for (let n = 0; n * 256 < size; n++) {
    const width = Math.min(256, size - n * 256);
    const entries = unpack(await get(`tile/entries/${tail(n, width)}`));
    if (entries.length !== width) fail(`entry bundle ${n} holds ${entries.length}, not ${width}`);
    entries.forEach((entry) => leaves.push(leafHash(entry)));
  }
  const levels = levelsOf(leaves);
  let tiles = 0;
  for (let level = 0, count = size; count > 0; level++, count = Math.floor(count / 256)) {
    for (let n = 0; n * 256 < count; n++) {
      const width = Math.min(256, count - n * 256);
      const bytes = await get(`tile/${level}/${tail(n, width)}`);
      const expected = Buffer.concat(levels[8 * level].slice(n * 256, n * 256 + width));
      if (!bytes.equals(expected)) fail(`tile ${level}/${n} does not fit the entries`);
      tiles++;
    }
  }
  if (!rootOf(levels, 0, size).equals(root)) fail('the entries do not give the signed root');
  return { origin, size, root, leaves, levels, tiles };
}

// The options of a command line: each name with all its values, and the words that are left.
export function readOptions(args, names) {
  const options = Object.fromEntries(names.map((name) => [name, []]));
  const words = [];
  for (let i = 0; i < args.length; i++) {
    if (names.includes(args[i])) options[args[i]].push(args[++i] ?? fail(`${args[i - 1]} what?`));
    else words.push(args[i]);
  }
  return { options, words };
}

// Runs, prints one line of JSON and sets the exit code: 0 when everything fits, 1 when not.
export async function run(main) {
  let result;
  try {
    result = await main();
  } catch (problem) {
    const code = problem.code ?? problem.cause?.code;
    if (!(problem instanceof Misfit) && !code) throw problem;
    const why = problem.code ? problem.message : `${problem.message}${code ? ` (${code})` : ''}`;
    result = { ok: false, problem: why };
  }
  console.log(JSON.stringify(result));
  process.exitCode = result.ok ? 0 : 1;
}
