/** The rules of the house: layers, sizes and names, held by tests instead of by reviewers. */
@NullMarked
package org.truce.house;

import org.jspecify.annotations.NullMarked;
