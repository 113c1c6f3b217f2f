/**
 * Reconciling plain files, without a register. Comes in: reports as rows of files, taxonomies,
 * settings. Goes out: incidents with the rows behind each, how likely they are one, and why. It
 * puts nothing down and knows no entries.
 */
@NullMarked
package org.truce.reconcile.files;

import org.jspecify.annotations.NullMarked;
