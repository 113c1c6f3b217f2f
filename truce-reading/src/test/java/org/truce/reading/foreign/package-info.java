/** Statements of Arabic and Russian texts, in sentences of our own. */
@NullMarked
package org.truce.reading.foreign;

import org.jspecify.annotations.NullMarked;
