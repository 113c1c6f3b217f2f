/**
 * Where and when was more reported than expected? Comes in: counts by place and day, and what they
 * are held against. Goes out: hot spots, each a circle of places and a run of days with what was
 * counted, what was expected, a score and how often chance alone scores as high. A hot spot is more
 * reports than expected here and now; it may not be read as a cause, an intention or a breach.
 * Formulas and limits: docs/reference/hotspots.md.
 */
@NullMarked
package org.truce.assess.scan;

import org.jspecify.annotations.NullMarked;
