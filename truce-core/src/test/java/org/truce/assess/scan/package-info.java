/** Hot spots, held against published cases, brute force and worlds whose truth is known. */
@NullMarked
package org.truce.assess.scan;

import org.jspecify.annotations.NullMarked;
