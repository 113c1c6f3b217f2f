/**
 * Proofs that an outsider can check: hash trees of RFC 6962, signed notes, checkpoints, tiles and
 * proofs in the C2SP formats. Comes in: hashes and keys. Goes out: roots, paths and notes, and
 * whether they fit. It may not know what an entry says.
 */
@NullMarked
package org.truce.proof;

import org.jspecify.annotations.NullMarked;
