/** The figures, the rule and the words of an answer, held against hand-computed cases. */
@NullMarked
package org.truce.assess;

import org.jspecify.annotations.NullMarked;
