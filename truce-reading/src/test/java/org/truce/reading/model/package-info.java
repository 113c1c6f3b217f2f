@NullMarked
package org.truce.reading.model;

import org.jspecify.annotations.NullMarked;
