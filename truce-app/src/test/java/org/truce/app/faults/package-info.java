/** Real faults: killed programs, full and read-only disks, damaged bytes, many writers. */
@NullMarked
package org.truce.app.faults;

import org.jspecify.annotations.NullMarked;
