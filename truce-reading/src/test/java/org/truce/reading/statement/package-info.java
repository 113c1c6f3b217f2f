@NullMarked
package org.truce.reading.statement;

import org.jspecify.annotations.NullMarked;
