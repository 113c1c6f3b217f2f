/**
 * Results into models for pages, reports and files. Comes in: answers, incidents with findings,
 * entries. Goes out: plain records, drawings and words in English or Arabic, each figure with the
 * ids it rests on. It may not conclude anything new, and it shows no more than a reader may see.
 */
@NullMarked
package org.truce.show;

import org.jspecify.annotations.NullMarked;
