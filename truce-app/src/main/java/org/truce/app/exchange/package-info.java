/**
 * Logs from node to node. Comes in: a store, or a bundle's file. Goes out: bundles and proofs. It
 * may not decide what a bundle means: the record and the store do.
 */
@NullMarked
package org.truce.app.exchange;

import org.jspecify.annotations.NullMarked;
