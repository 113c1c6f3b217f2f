@NullMarked
package org.truce.reading.bulletin;

import org.jspecify.annotations.NullMarked;
