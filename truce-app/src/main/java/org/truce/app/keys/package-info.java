/**
 * Private keys on this machine. Comes in: a passphrase. Goes out: keys to sign with. It may not
 * show a key or a passphrase to anybody, in a message, a log line or an error.
 */
@NullMarked
package org.truce.app.keys;

import org.jspecify.annotations.NullMarked;
