/** Tests of the simulated world itself. */
@NullMarked
package org.truce.simulate;

import org.jspecify.annotations.NullMarked;
