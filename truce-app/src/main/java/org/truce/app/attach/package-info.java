/**
 * The files that belong to entries: a file comes in and is kept under its hash, an attachment and
 * its chain of custody go to the store. It never changes or overwrites a file that is kept, and
 * removes one only by a recorded decision.
 */
@NullMarked
package org.truce.app.attach;

import org.jspecify.annotations.NullMarked;
