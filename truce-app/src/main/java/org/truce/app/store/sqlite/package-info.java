/** The store in one SQLite file, for one laptop. It knows nothing of any other kind of store. */
@NullMarked
package org.truce.app.store.sqlite;

import org.jspecify.annotations.NullMarked;
