/**
 * What the agreements say of an incident. Comes in: incidents, agreements as data, area outlines.
 * Goes out: for each incident, prohibition and reading one finding with the answer to every test.
 * It may not guess: what the evidence leaves open stays undetermined.
 */
@NullMarked
package org.truce.terms;

import org.jspecify.annotations.NullMarked;
