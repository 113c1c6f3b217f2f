/**
 * Files that only their owner may read. Comes in: rights as they are written. Goes out: what makes
 * a new file have them, where the file system knows rights.
 */
@NullMarked
package org.truce.app.files;

import org.jspecify.annotations.NullMarked;
