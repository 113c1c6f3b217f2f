/**
 * Incidents as a text tells them: what, where, when, by whom, with what losses, and whether it is
 * told as having happened. Comes in: a prepared text and the dictionaries. Goes out: incidents.
 */
@NullMarked
package org.truce.reading.incident;

import org.jspecify.annotations.NullMarked;
