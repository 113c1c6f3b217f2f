/**
 * Files from outside into the store. Comes in: paths. Goes out: entries in the store, and an
 * account of what was taken in, already there, doubtful or refused. It may not read a format
 * itself: intake does.
 */
@NullMarked
package org.truce.app.feed;

import org.jspecify.annotations.NullMarked;
