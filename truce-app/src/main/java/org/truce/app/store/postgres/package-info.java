/**
 * The store in a PostgreSQL database, for a team whose nodes share it. It knows nothing of any
 * other kind of store, and shows no password and no row's content in a message.
 */
@NullMarked
package org.truce.app.store.postgres;

import org.jspecify.annotations.NullMarked;
