@NullMarked
package org.truce.reading.figures;

import org.jspecify.annotations.NullMarked;
