// Checks a register's published log from outside: needs Node.js 20, log.mjs beside it, nothing of
// Truce: the signature, every hash anew from the entries, all tiles, and a proof of inclusion for
// every entry; with --was, that the log begins with what an older checkpoint signed.
//
//   node tools/verify-log.mjs --key KEY [--was CHECKPOINT-FILE] URL-OR-FOLDER
//
// Prints one line of JSON; exit code 0 when everything fits, 1 when something does not.
import { readFile } from 'node:fs/promises';
import {
  fail,
  includes,
  inclusionPath,
  readCheckpoint,
  readKey,
  readLog,
  readOptions,
  rootOf,
  run,
} from './log.mjs';

await run(async () => {
  const { options, words } = readOptions(process.argv.slice(2), ['--key', '--was']);
  if (options['--key'].length === 0 || words.length !== 1) {
    fail('usage: verify-log.mjs --key KEY [--was FILE] URL-OR-FOLDER');
  }
  const keys = options['--key'].map(readKey);
  const { origin, size, root, leaves, levels, tiles } = await readLog(words[0], keys);
  leaves.forEach((leaf, index) => {
    if (!includes(leaf, index, size, inclusionPath(levels, index, size), root)) {
      fail(`the proof of entry ${index} does not hold`);
    }
  });
  for (const file of options['--was']) {
    const before = readCheckpoint(await readFile(file, 'utf8'), keys);
    if (before.origin !== origin) fail('the older checkpoint is of another log');
    if (before.size > size) fail('the log was longer before: it did not only grow');
    if (!rootOf(levels, 0, before.size).equals(before.root)) {
      fail('the log does not begin with what was signed before');
    }
  }
  return { ok: true, entries: size, tiles, root: root.toString('base64') };
});
