/**
 * Bytes to accepted entries, defects and cautions: one class for each format. Comes in: a stream,
 * its file's name, the register it belongs to. Goes out: entries, in the order of the file, and a
 * defect for whatever could not be taken in. It may not open a file, may not know what was recorded
 * before (repeated ids are the store's affair), and never throws because of what a file holds.
 */
@NullMarked
package org.truce.intake;

import org.jspecify.annotations.NullMarked;
