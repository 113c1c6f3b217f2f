@NullMarked
package org.truce.reading.text;

import org.jspecify.annotations.NullMarked;
