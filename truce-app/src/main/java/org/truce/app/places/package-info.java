/** The gazetteer that the build put into the program. Comes in: a file of GeoNames. */
@NullMarked
package org.truce.app.places;

import org.jspecify.annotations.NullMarked;
