/** The rules of the house for the module that has effects. */
@NullMarked
package org.truce.app.house;

import org.jspecify.annotations.NullMarked;
