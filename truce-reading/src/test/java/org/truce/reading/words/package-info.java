@NullMarked
package org.truce.reading.words;

import org.jspecify.annotations.NullMarked;
