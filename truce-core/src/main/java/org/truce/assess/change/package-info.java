/**
 * When a rate of events changed. Comes in: a series of watched stretches with what was counted in
 * each. Goes out: one change with its probability and date, several changes, how long the present
 * rate has lasted, and an alarm with the share of days on which it sounds by chance. It may not say
 * what made a change, and takes no stretch that nobody watched for one without events.
 */
@NullMarked
package org.truce.assess.change;

import org.jspecify.annotations.NullMarked;
