/**
 * Statements: who is said to have said what. Comes in: a prepared text and the dictionaries. Goes
 * out: statements with the rules that found them. The narrator's own sentences give none; whom a
 * word means is left open where the text leaves it open.
 */
@NullMarked
package org.truce.reading.statement;

import org.jspecify.annotations.NullMarked;
