@NullMarked
package org.truce.reading.incident;

import org.jspecify.annotations.NullMarked;
