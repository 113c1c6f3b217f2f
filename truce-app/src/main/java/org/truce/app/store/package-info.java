/**
 * Keeps the logs. Comes in: entries. Goes out: the same entries with their place in the log, and
 * what a check found. It may not change or delete an entry, nor conclude anything from one.
 */
@NullMarked
package org.truce.app.store;

import org.jspecify.annotations.NullMarked;
