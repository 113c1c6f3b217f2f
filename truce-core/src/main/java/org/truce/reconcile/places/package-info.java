/**
 * Names of places, in Arabic and Latin script. Comes in: names as sources wrote them, and the lines
 * of a gazetteer. Goes out: how alike two names are, and which places a text may mean, several
 * where it may mean several. May not read a file, nor choose between places that a text fits alike.
 */
@NullMarked
package org.truce.reconcile.places;

import org.jspecify.annotations.NullMarked;
