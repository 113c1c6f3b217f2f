/**
 * Dictionaries, each a table in the resources: verbs of saying, what marks a demand or a threat,
 * actors with the offices they held and when, capitals, agreements and talks. Comes in: the tables.
 * Goes out: what a word or a row of words may stand for. It decides nothing about a text.
 */
@NullMarked
package org.truce.reading.words;

import org.jspecify.annotations.NullMarked;
