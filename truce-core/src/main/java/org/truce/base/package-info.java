/**
 * The words every stage shares: moments and periods with their precision, places, kinds of event,
 * counts, canonical bytes and hashes. Comes in: nothing. Goes out: values. It may not know any
 * stage, and it holds no clock, no file, no network and no randomness.
 */
@NullMarked
package org.truce.base;

import org.jspecify.annotations.NullMarked;
