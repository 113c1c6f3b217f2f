/**
 * Copies of photos, videos, sounds and documents without what says where, when, by whom and with
 * what they were made. Comes in: a file. Goes out: the same picture or sound, and only those parts
 * of the container that are known to carry nothing else. What is not known is left out; where that
 * is not possible, the copy is refused.
 */
@NullMarked
package org.truce.app.strip;

import org.jspecify.annotations.NullMarked;
