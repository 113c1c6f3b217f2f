/** The simulated world, and nodes that do wrong, which it must find. */
@NullMarked
package org.truce.app.simulate;

import org.jspecify.annotations.NullMarked;
