/** Tests of intake. */
@NullMarked
package org.truce.intake;

import org.jspecify.annotations.NullMarked;
