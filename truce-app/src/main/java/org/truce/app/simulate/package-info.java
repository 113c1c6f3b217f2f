/**
 * Runs an invented world on real stores. Comes in: a plan of steps. Goes out: what was done and
 * whether all that must hold held. It may not touch a store that is not its own.
 */
@NullMarked
package org.truce.app.simulate;

import org.jspecify.annotations.NullMarked;
