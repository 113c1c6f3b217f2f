/** Everything with an effect: the store, files in, the command line and the server. */
@NullMarked
package org.truce.app;

import org.jspecify.annotations.NullMarked;
