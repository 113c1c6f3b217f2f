/**
 * How long it takes until an event is known. Comes in: of each known event, after how many days it
 * became known, and how many days ago it was. Goes out: which share of events is known after so
 * many days, and how many of the last days' events are still to be expected. It may not take the
 * last days for complete.
 */
@NullMarked
package org.truce.assess.delay;

import org.jspecify.annotations.NullMarked;
