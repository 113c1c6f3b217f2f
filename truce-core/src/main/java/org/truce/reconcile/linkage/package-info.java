/**
 * The probabilistic heart of reconciling: which accounts are about one event. Comes in: accounts as
 * columns (source, days, point, codes). Goes out: clusters with the probability of each, the pairs
 * in doubt, and the parameters that were learned. It knows neither entries nor files, reads no
 * clock, and takes its chance from what the accounts say, so that the same accounts in any order
 * give the same result.
 */
@NullMarked
package org.truce.reconcile.linkage;

import org.jspecify.annotations.NullMarked;
