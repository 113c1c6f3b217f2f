/** Tests of show; the package's own page is beside its code. */
@NullMarked
package org.truce.show;

import org.jspecify.annotations.NullMarked;
