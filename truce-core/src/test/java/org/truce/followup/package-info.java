/** Tests of followup; the package's own page is beside its code. */
@NullMarked
package org.truce.followup;

import org.jspecify.annotations.NullMarked;
