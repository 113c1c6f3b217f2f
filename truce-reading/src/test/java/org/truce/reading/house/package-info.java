/** Rules of the house, held by tests. */
@NullMarked
package org.truce.reading.house;

import org.jspecify.annotations.NullMarked;
